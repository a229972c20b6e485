# What every file of ours is compiled with. Linked PRIVATE, so that no consumer inherits it.
#
# -Wshadow        only in a build file by file: files compiled together see names of each other.
# -Wno-restrict   GCC 12 takes "text" + std::string for a copy of a string onto itself (GCC bug 105651).
# -Wno-maybe-uninitialized  with -O3 GCC 12 takes the text of a std::variant that holds none for one that is read;
#                 the sanitizers of the Debug tree look for what is meant here.
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
      $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
      $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
      $<$<BOOL:${TROSKEL_WERROR}>:-Werror>
    >
)
