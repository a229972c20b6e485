# troskel_even_batches(<target>)
#
# Unity files of the same length, of CMAKE_UNITY_BUILD_BATCH_SIZE sources at most: no processor waits for a long one.
function(troskel_even_batches target)
  get_target_property(sources ${target} SOURCES)
  list(LENGTH sources count)
  if(CMAKE_UNITY_BUILD_BATCH_SIZE)
    math(EXPR batches "(${count} + ${CMAKE_UNITY_BUILD_BATCH_SIZE} - 1) / ${CMAKE_UNITY_BUILD_BATCH_SIZE}")
    math(EXPR size "(${count} + ${batches} - 1) / ${batches}")
    set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE ${size})
  endif()
endfunction()

# troskel_layer(<folder> [LINKS <targets>...] [USES <targets>...] [DEFINES <definitions>...])
#
# One house on the street: a static library of every .cpp (and .S) below <folder>, alias troskel::<folder>.
# LINKS and DEFINES are seen by whoever links the layer, USES only by its own files. A folder without sources becomes
# an INTERFACE library, so that headers alone are a layer too. main.cpp is left to the executable.
function(troskel_layer folder)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "LINKS;USES;DEFINES")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.S)
  list(FILTER sources EXCLUDE REGEX "/app/main\\.cpp$")

  set(target troskel_${folder})
  if(sources)
    add_library(${target} STATIC ${sources})
    set(reach PUBLIC)
    target_link_libraries(${target} PRIVATE ${layer_USES} $<BUILD_INTERFACE:troskel_warnings>)
    troskel_even_batches(${target})
    # What an .S file embeds is invisible to the dependency scan.
    file(GLOB_RECURSE assets CONFIGURE_DEPENDS ${folder}/*.js ${folder}/*.css ${folder}/*.html
         ${folder}/*.svg)
    set(assembly ${sources})
    list(FILTER assembly INCLUDE REGEX "\\.S$")
    set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${assets}")
  else()
    add_library(${target} INTERFACE)
    set(reach INTERFACE)
    target_link_libraries(${target} INTERFACE ${layer_USES})
  endif()
  target_include_directories(${target} ${reach} ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} ${reach} ${layer_LINKS})
  target_compile_definitions(${target} ${reach} ${layer_DEFINES})
  add_library(troskel::${folder} ALIAS ${target})
endfunction()
