# SPDX-License-Identifier: Apache-2.0
# cmake -D theory=<theory_tests> -D targets=<targets_tests> -D page=<file> [-D check=1] -P validation.cmake
#
# Runs the tests of theory and of the Swedish targets once and puts their rows together to
# docs/validation.md (tests/theory/ladder.hpp). With `check` nothing is written: the page must have the
# same bytes already. Fails when a test does.
cmake_minimum_required(VERSION 3.25)

set(text "")
set(failed 0)
foreach(part theory targets)
  set(rows "${CMAKE_CURRENT_BINARY_DIR}/validation_${part}.md")
  file(REMOVE "${rows}")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env --unset=GTEST_FILTER --unset=GTEST_SHUFFLE
            "TROSKEL_LADDER=${rows}" ${${part}} --gtest_brief=1
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE status
  )
  if(NOT status EQUAL 0)
    message(NOTICE "${output}")
    set(failed 1)
  endif()
  file(READ "${rows}" part_text)
  string(APPEND text "${part_text}")
  file(REMOVE "${rows}")
endforeach()

if(check)
  file(READ "${page}" written)
  if(NOT written STREQUAL text)
    message(FATAL_ERROR "docs/validation.md is not what a fresh run gives; to update it: ./dev verify")
  endif()
else()
  file(WRITE "${page}" "${text}")
endif()
if(failed)
  message(FATAL_ERROR "Some tests failed: see the rows that say FAILS")
endif()
