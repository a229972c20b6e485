# Files compiled together see names of each other, which then count as shadowed: only a build file by file says
# anything about shadowing.
# What every file of ours is compiled with. Linked PRIVATE, so that no consumer inherits it.
add_library(troskel_warnings INTERFACE)
target_compile_options(
  troskel_warnings
  INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:
      -Wall
      -Wextra
      -Wpedantic
      -Wconversion
      -Wsign-conversion
      $<$<NOT:$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wshadow>
      -Wnon-virtual-dtor
      -Woverloaded-virtual
      -Wimplicit-fallthrough
      $<$<BOOL:${TROSKEL_WERROR}>:-Werror>
    >
)
