// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "words/catalog.hpp"
#include "words/language.hpp"

namespace viz {

using words::Lang;
using words::languages;
using words::pick;
using words::say;
using words::Slot;
using words::tag;

}  // namespace viz
