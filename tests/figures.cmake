# SPDX-License-Identifier: Apache-2.0
# The figures of a shipped scenario, 8 replications, are those that tests/figures.sha256 holds: nothing moves them
# without a word under *Model* or *Added* in CHANGELOG. results.json is compared without the version of the program.
#   cmake -D program=... -D root=... -D scenario=halland/base-2025 -D out=... -P tests/figures.cmake
# With -D update=1 the sums of this scenario are written to the file instead.
cmake_minimum_required(VERSION 3.25)
set(reference ${root}/tests/figures.sha256)
file(REMOVE_RECURSE ${out})
execute_process(
  COMMAND ${program} run scenarios/${scenario}.json --replications 8 --seed 1 --progress none --out ${out}
  WORKING_DIRECTORY ${root}
  RESULT_VARIABLE status
  OUTPUT_QUIET
  ERROR_VARIABLE errors
)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${scenario} ended with ${status}:\n${errors}")
endif()

set(lines "")
foreach(name IN ITEMS results.json summary.csv weekly.csv ledger.csv cases.csv replications.csv)
  if(EXISTS ${out}/${name})
    file(READ ${out}/${name} text)
    string(REGEX REPLACE "\"version\": \"[^\"]*\"" "" text "${text}")
    string(SHA256 sum "${text}")
    list(APPEND lines "${sum}  ${scenario}/${name}")
  endif()
endforeach()

file(STRINGS ${reference} all)
if(update)
  list(FILTER all EXCLUDE REGEX "  ${scenario}/[^/]*$")
  list(APPEND all ${lines})
  list(JOIN all "\n" text)
  file(WRITE ${reference} "${text}\n")
  return()
endif()
list(FILTER all INCLUDE REGEX "  ${scenario}/[^/]*$")
if(NOT all STREQUAL lines)
  list(JOIN all "\n  " all)
  list(JOIN lines "\n  " lines)
  message(FATAL_ERROR "${scenario}: expected\n  ${all}\ngot\n  ${lines}\nFiles: ${out}")
endif()
