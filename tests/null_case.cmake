# SPDX-License-Identifier: Apache-2.0
# cmake -D root=<repository> -P null_case.cmake
#
# The hazards of those refused, in scenarios/dalarna: 1.5 times those of the served in s14-avslag.json,
# the same in s14-avslag-noll.json, for the same people and to the same place. And the hazards of home health
# care that scenarios/halland/s16-asih-0.json says anew, to put others after them: those of its base.
cmake_minimum_required(VERSION 3.25)

file(READ "${root}/scenarios/dalarna/s14-avslag.json" base)
file(READ "${root}/scenarios/dalarna/s14-avslag-noll.json" null)

# The value in ten thousandths, a whole number: cmake does not calculate with fractions.
function(ten_thousandths out value)
  if(NOT value MATCHES "^([0-9]+)(\\.([0-9]*))?$")
    message(FATAL_ERROR "not a plain number: ${value}")
  endif()
  set(whole "${CMAKE_MATCH_1}")
  string(SUBSTRING "${CMAKE_MATCH_3}0000" 0 4 part)
  math(EXPR result "${whole} * 10000 + 1${part} - 10000")
  set(${out} ${result} PARENT_SCOPE)
endfunction()

string(JSON count LENGTH "${base}" settings served hazards)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  foreach(what IN ITEMS when to)
    string(JSON served GET "${base}" settings served hazards ${i} ${what})
    foreach(file IN ITEMS base null)
      string(JSON refused GET "${${file}}" settings unserved hazards ${i} ${what})
      if(NOT refused STREQUAL served)
        message(FATAL_ERROR "hazard ${i}, ${what}, ${file}: ${refused}, should be ${served}")
      endif()
    endforeach()
  endforeach()
  string(JSON served GET "${base}" settings served hazards ${i} per_year value)
  string(JSON refused GET "${base}" settings unserved hazards ${i} per_year value)
  string(JSON same GET "${null}" settings unserved hazards ${i} per_year value)
  if(NOT same STREQUAL served)
    message(FATAL_ERROR "hazard ${i} of the null case: ${same}, should be ${served}")
  endif()
  ten_thousandths(served ${served})
  ten_thousandths(refused ${refused})
  math(EXPR twice "2 * ${refused}")
  math(EXPR thrice "3 * ${served}")
  math(EXPR apart "(${twice} - ${thrice}) * (${twice} - ${thrice})")
  if(apart GREATER 4) # cut off, not rounded
    message(FATAL_ERROR "hazard ${i}: ${refused}, should be 1.5 times ${served}")
  endif()
endforeach()

file(READ "${root}/scenarios/halland/base-2025.json" base)
file(READ "${root}/scenarios/halland/s16-asih-0.json" asih)
string(JSON count LENGTH "${base}" settings home_care hazards)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON place GET "${base}" settings home_care hazards ${i} name)
  foreach(what IN ITEMS "name" "when" "to" "per_year;value")
    string(JSON should GET "${base}" settings home_care hazards ${i} ${what})
    string(JSON is GET "${asih}" settings home_care hazards ${i} ${what})
    if(NOT is STREQUAL should)
      message(FATAL_ERROR "hazard ${place} with ASIH, ${what}: ${is}, should be ${should}")
    endif()
  endforeach()
endforeach()
