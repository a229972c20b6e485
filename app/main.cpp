// SPDX-License-Identifier: Apache-2.0
#include <span>

#include "app/program.hpp"

int main(int argc, char** argv) { return app::run_program({argv, static_cast<std::size_t>(argc)}); }
