// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the archives of fields.hpp share: telling the kinds of member apart.

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace scenarios {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// Named<T>: an object of names in files.
template <class T>
inline constexpr bool is_named = false;
template <class T>
inline constexpr bool is_named<std::vector<std::pair<std::string, T>>> = true;

/// Any other vector: a list in files.
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = !is_named<std::vector<T>>;

/// array<T, 2>: a list of two in files.
template <class T>
inline constexpr bool is_pair_of = false;
template <class T>
inline constexpr bool is_pair_of<std::array<T, 2>> = true;

}  // namespace scenarios
