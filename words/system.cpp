// SPDX-License-Identifier: Apache-2.0
#include "words/system.hpp"

#include <array>

#include "words/catalog.hpp"

namespace words {
namespace {

struct Known {
  std::errc error;
  std::string_view key;
};

constexpr auto known = std::to_array<Known>({
    {std::errc::permission_denied, "system.permission_denied"},
    {std::errc::operation_not_permitted, "system.not_permitted"},
    {std::errc::no_such_file_or_directory, "system.no_file"},
    {std::errc::not_a_directory, "system.not_a_folder"},
    {std::errc::is_a_directory, "system.is_a_folder"},
    {std::errc::file_exists, "system.exists"},
    {std::errc::directory_not_empty, "system.not_empty"},
    {std::errc::no_space_on_device, "system.no_space"},
    {std::errc::read_only_file_system, "system.read_only"},
    {std::errc::file_too_large, "system.too_large"},
    {std::errc::filename_too_long, "system.long_name"},
    {std::errc::too_many_symbolic_link_levels, "system.many_links"},
    {std::errc::too_many_files_open, "system.many_files"},
    {std::errc::device_or_resource_busy, "system.busy"},
    {std::errc::io_error, "system.io_error"},
    {std::errc::broken_pipe, "system.broken_pipe"},
});

}  // namespace

Text system_text(const std::error_code& error) {
  for (const Known& one : known) {
    if (error == one.error) return {std::string(say(Lang::Sv, one.key)), error.message()};
  }
  return {say(Lang::Sv, "system.other", {{"number", error.value()}}), error.message()};
}

}  // namespace words
