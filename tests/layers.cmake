# SPDX-License-Identifier: Apache-2.0
# cmake -D root=<source tree> -P layers.cmake
#
# The one-way street, sim -> words -> scenarios -> models -> experiments -> viz -> app: a file may include its own folder and
# those to the left. The flow layer knows no care. Packages come in by one door each. All faults are
# named at once.
cmake_minimum_required(VERSION 3.25)

set(street sim words scenarios models experiments viz app)
set(faults 0)

function(fault file include reason)
  message(NOTICE "${file}: #include ${include} ${reason}")
  math(EXPR faults "${faults} + 1")
  set(faults ${faults} PARENT_SCOPE)
endfunction()

# Packages and the files that may include them.
set(packages "^<(oneapi/)?tbb/" "^<CLI/" "^<nlohmann/" "^<boost/graph/" "^<(gtest|gmock|benchmark)/")
set(doors "^sim/replications[a-z_]*\\.cpp$" "^app/" "^(scenarios|viz|app)/" "^models/" "^$")

function(check file include)
  if(include MATCHES "^\"([a-z_0-9]+)/")
    set(to ${CMAKE_MATCH_1})
    string(REGEX MATCH "^[a-z]+" from ${file})
    list(FIND street ${from} from_house)
    list(FIND street ${to} to_house)
    if(to_house EQUAL -1)
      fault(${file} ${include} "leads to no house on the street")
    elseif(to_house GREATER from_house)
      fault(${file} ${include} "goes up the one-way street")
    elseif(file MATCHES "^models/flow/" AND include MATCHES "^\"models/" AND NOT include MATCHES
                                                                              "^\"models/(flow/|measure/figure\\.hpp)")
      fault(${file} ${include} "leaves the flow layer, which knows no care")
    endif()
  elseif(include MATCHES "^\"" AND NOT include STREQUAL "\"troskel_version.hpp\"")
    fault(${file} ${include} "does not start at the root of the repository")
  else()
    foreach(package door IN ZIP_LISTS packages doors)
      if(include MATCHES "${package}" AND NOT file MATCHES "${door}")
        fault(${file} ${include} "does not come in by its door")
      endif()
    endforeach()
  endif()
  set(faults ${faults} PARENT_SCOPE)
endfunction()

set(files)
foreach(folder IN LISTS street)
  file(GLOB_RECURSE found RELATIVE ${root} ${root}/${folder}/*.hpp ${root}/${folder}/*.cpp)
  list(APPEND files ${found})
endforeach()
if(NOT files)
  message(FATAL_ERROR "no sources below ${root}")
endif()
foreach(file IN LISTS files)
  file(STRINGS ${root}/${file} lines REGEX "^[ \t]*#[ \t]*include[ \t]*[\"<]")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "[\"<][^\">]+[\">]" include "${line}")
    check(${file} "${include}")
  endforeach()
endforeach()

list(LENGTH files count)
if(faults GREATER 0)
  message(FATAL_ERROR "${faults} includes to mend in ${count} files")
endif()
message(NOTICE "${count} files, all includes go down the street")
