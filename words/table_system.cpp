// SPDX-License-Identifier: Apache-2.0

// What the operating system says about files and folders, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto system_entries = std::to_array<CatalogEntry>({
    {"system.broken_pipe", "mottagaren har stängt", "Broken pipe"},
    {"system.busy", "enheten är upptagen", "Device or resource busy"},
    {"system.exists", "filen finns redan", "File exists"},
    {"system.io_error", "fel vid läsning eller skrivning", "Input/output error"},
    {"system.is_a_folder", "en mapp", "Is a directory"},
    {"system.long_name", "filnamnet är för långt", "File name too long"},
    {"system.many_files", "för många öppna filer", "Too many open files"},
    {"system.many_links", "för många nivåer av symboliska länkar",
     "Too many levels of symbolic links"},
    {"system.no_file", "filen eller mappen finns inte", "No such file or directory"},
    {"system.no_space", "det finns ingen plats kvar på enheten", "No space left on device"},
    {"system.not_a_folder", "inte en mapp", "Not a directory"},
    {"system.not_empty", "mappen är inte tom", "Directory not empty"},
    {"system.not_permitted", "åtgärden är inte tillåten", "Operation not permitted"},
    {"system.other", "systemfel {number}", "system error {number}"},
    {"system.permission_denied", "åtkomst nekad", "Permission denied"},
    {"system.read_only", "filsystemet går inte att skriva i", "Read-only file system"},
    {"system.too_large", "filen är för stor", "File too large"},
});

}  // namespace

std::span<const CatalogEntry> system_table() { return system_entries; }

}  // namespace words
