# Writes troskel_version.hpp (namespace troskel: version, compiler, build_type) at build time, so that it
# is right after a commit without a new configure. The file is touched only when its text changes, and
# only the few files that include it are compiled again.
#
# This file is both: included, it makes the target; run with `cmake -P`, it writes the header.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(version_dir ${PROJECT_BINARY_DIR}/generated)
  add_custom_target(
    troskel_version_header
    COMMAND
      ${CMAKE_COMMAND} -D source=${PROJECT_SOURCE_DIR} -D header=${version_dir}/troskel_version.hpp -D
      fallback=${PROJECT_VERSION} -D "compiler=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
      -D build_type=$<CONFIG> -P ${CMAKE_CURRENT_LIST_FILE}
    BYPRODUCTS ${version_dir}/troskel_version.hpp
    COMMENT "Version"
    VERBATIM
  )
  add_library(troskel_version INTERFACE)
  add_dependencies(troskel_version troskel_version_header)
  target_include_directories(troskel_version INTERFACE ${version_dir})
  return()
endif()

cmake_minimum_required(VERSION 3.25)

# The nearest tag v1.2.3 if there is one, else the project version with the commit; "dirty" when files
# differ from it. A tree without its own git history (a downloaded archive) has the project version.
function(describe out)
  set(${out} ${fallback} PARENT_SCOPE)
  find_program(GIT git)
  if(NOT GIT OR NOT EXISTS ${source}/.git)
    return()
  endif()
  execute_process(
    COMMAND ${GIT} -C ${source} describe --tags --always --dirty --match "v[0-9]*"
    OUTPUT_VARIABLE text
    RESULT_VARIABLE failed
    ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE
  )
  if(failed)
    return()
  endif()
  if(text MATCHES "^v([0-9].*)$")
    set(${out} ${CMAKE_MATCH_1} PARENT_SCOPE)
  else()
    set(${out} ${fallback}+${text} PARENT_SCOPE)
  endif()
endfunction()

describe(version)
file(
  CONFIGURE
  OUTPUT ${header}
  CONTENT
    [[// SPDX-License-Identifier: Apache-2.0
// Written by cmake/Version.cmake at build time.
#pragma once

namespace troskel {

/// Version of this build: the nearest release, and the commit when it is not a release.
inline constexpr const char* version = "@version@";
/// Compiler and its version.
inline constexpr const char* compiler = "@compiler@";
/// CMake build type.
inline constexpr const char* build_type = "@build_type@";

}  // namespace troskel
]]
  @ONLY
)
