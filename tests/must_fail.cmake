# SPDX-License-Identifier: Apache-2.0
# cmake -D "expected=<text>|<text>..." -P must_fail.cmake -- command args...
#
# Passes when the command fails and says each expected text: the proof that a check can fail, and for
# the reason it should.
cmake_minimum_required(VERSION 3.25)

set(command)
set(seen_separator FALSE)
foreach(i RANGE ${CMAKE_ARGC})
  if(seen_separator)
    list(APPEND command ${CMAKE_ARGV${i}})
  elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
    set(seen_separator TRUE)
  endif()
endforeach()

execute_process(COMMAND ${command} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(status STREQUAL "0")
  message(FATAL_ERROR "passed, and had to fail: ${command}")
endif()
string(REPLACE "|" ";" texts "${expected}")
foreach(text IN LISTS texts)
  string(FIND "${output}" "${text}" place)
  if(place EQUAL -1)
    message(NOTICE "${output}")
    message(FATAL_ERROR "failed, but did not say: ${text}")
  endif()
endforeach()
