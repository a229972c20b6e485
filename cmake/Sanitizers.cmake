# TROSKEL_SANITIZE=address,undefined or thread: everything in the build is instrumented, since a
# half-instrumented program reports false errors. The first finding ends the program.
set(TROSKEL_SANITIZE "" CACHE STRING "Sanitizers for the whole build, separated by commas")
# What the address sanitizer sees as well takes a third of a build; the libraries of the preset dev look twice.
set(TROSKEL_SANITIZE_BUT "" CACHE STRING "Checks of TROSKEL_SANITIZE that are left out")
if(TROSKEL_SANITIZE)
  add_compile_options(
    -fsanitize=${TROSKEL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
  )
  if(TROSKEL_SANITIZE_BUT)
    add_compile_options(-fno-sanitize=${TROSKEL_SANITIZE_BUT})
  endif()
  # GCC takes what the sanitizers weave into std::regex for uninitialised (GCC bug 105562).
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  string(REPLACE "fuzzer-no-link," "" link_sanitizers "${TROSKEL_SANITIZE}")
  add_link_options(-fsanitize=${link_sanitizers})
  # The address sanitizer has a million addresses to relocate at every start: half of the time of a short test.
  if(TROSKEL_SANITIZE MATCHES "address")
    add_link_options(-no-pie)
  endif()
endif()
