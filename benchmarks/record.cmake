# SPDX-License-Identifier: Apache-2.0
# cmake -D folder=<results of one processor> -D command=<what was run> -D cpu=<name> -P record.cmake
#
# Beside benchmarks.json, which Google Benchmark wrote, leaves benchmarks.csv for reading and diffing and
# conditions.txt with the command, processor, compiler and commit. The name of the machine is removed.
cmake_minimum_required(VERSION 3.25)

file(READ ${folder}/benchmarks.json json)
string(JSON json REMOVE "${json}" context host_name)
file(WRITE ${folder}/benchmarks.json "${json}\n")

# What Google Benchmark itself writes of a run; anything else is a counter of ours.
set(own name;family_index;per_family_instance_index;run_name;run_type;repetitions;repetition_index;threads
    iterations;real_time;cpu_time;time_unit;items_per_second;aggregate_name;aggregate_unit;label)

set(csv "name,iterations,real_time,cpu_time,time_unit,items_per_second,counters\n")
string(JSON runs GET "${json}" benchmarks)
string(JSON count LENGTH "${runs}")
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON run GET "${runs}" ${i})
  set(row)
  foreach(key name iterations real_time cpu_time time_unit items_per_second)
    string(JSON value ERROR_VARIABLE absent GET "${run}" ${key})
    if(absent)
      set(value "")
    endif()
    list(APPEND row "${value}")
  endforeach()
  set(counters)
  string(JSON members LENGTH "${run}")
  math(EXPR last_member "${members} - 1")
  foreach(m RANGE ${last_member})
    string(JSON key MEMBER "${run}" ${m})
    if(NOT key IN_LIST own)
      string(JSON value GET "${run}" "${key}")
      string(APPEND counters "${key}=${value} ")
    endif()
  endforeach()
  string(STRIP "${counters}" counters)
  list(APPEND row "${counters}")
  list(JOIN row "," line)
  string(APPEND csv "${line}\n")
endforeach()
file(WRITE ${folder}/benchmarks.csv "${csv}")

# The version header of the build knows compiler and commit.
file(STRINGS build/release/generated/troskel_version.hpp constants REGEX "constexpr")
foreach(constant IN LISTS constants)
  string(REGEX MATCH "([a-z_]+) = \"(.*)\"" unused "${constant}")
  set(${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()
cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
cmake_host_system_information(RESULT system QUERY DISTRIB_PRETTY_NAME)
string(JSON date GET "${json}" context date)
file(
  WRITE ${folder}/conditions.txt
  "command:   ${command}
processor: ${cpu}, ${cores} logical cores
system:    ${system}
compiler:  ${compiler}, ${build_type}
version:   ${version}
date:      ${date}
"
)
