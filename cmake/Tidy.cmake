# Target `tidy`: clang-tidy over sim, scenarios, models, experiments, viz and app. It first proves on a planted file
# that clang-tidy fails, and for the right reasons: with a configuration it cannot read it would run no
# checks at all and be content.
find_program(CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy REQUIRED)

set(planted_errors
    sim/planted.hpp:
    readability-identifier-naming
    cppcoreguidelines-avoid-non-const-global-variables
    performance-unnecessary-value-param
    performance-for-range-copy
    bugprone-use-after-move
    modernize-use-nullptr
)
list(JOIN planted_errors "|" planted_errors)
set(tidy_planted
    ${CMAKE_COMMAND} -D "expected=${planted_errors}" -P ${PROJECT_SOURCE_DIR}/tests/must_fail.cmake --
    ${CLANG_TIDY} --quiet ${PROJECT_SOURCE_DIR}/tests/lint/planted.cpp --
    -std=c++20 -I${PROJECT_SOURCE_DIR}/tests/lint
)
# What the unity build compiles, by way of the compilation database: most of the time goes into the
# headers of the libraries, which a unity file reads once for twelve of ours.
set(tidy_files "^${PROJECT_BINARY_DIR}/CMakeFiles/.*Unity/unity_[0-9]+_cxx\\.cxx$")

add_custom_target(
  tidy
  COMMAND ${tidy_planted}
  COMMAND ${RUN_CLANG_TIDY} -quiet -clang-tidy-binary ${CLANG_TIDY} -p ${PROJECT_BINARY_DIR}
          "${tidy_files}"
  COMMENT "clang-tidy"
  USES_TERMINAL VERBATIM
)
add_dependencies(tidy troskel_version_header)
