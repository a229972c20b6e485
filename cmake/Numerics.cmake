# Code generation that results may depend on. Linked PUBLIC from sim: templates and inline functions of
# the engine must be compiled alike wherever they end up.
#
# -ffp-contract=off            A fused multiply-add rounds once where two operations round twice, so a
#                              compiler that may fuse gives other last bits on a processor that can.
#                              For the same reason there is no -march=native and no -ffast-math.
# -fno-tree-slp-vectorize      g++ 12 packs the scalar steps of a ziggurat draw into vector registers and
#                              back at -O2 and above, which made draws two to three times slower.
add_library(troskel_numerics INTERFACE)
target_compile_options(
  troskel_numerics
  INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off>
    $<$<AND:$<COMPILE_LANG_AND_ID:CXX,GNU>,$<CONFIG:Release>>:-fno-tree-slp-vectorize>
)
