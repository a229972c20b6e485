// SPDX-License-Identifier: Apache-2.0
#include "tests/models/allocations.hpp"

#include <cstdlib>
#include <new>

namespace {

// Counts that operator new can reach have to be global.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
thread_local std::uint64_t calls = 0;
thread_local std::uint64_t asked = 0;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// Null when there is no memory.
void* counted(std::size_t size) noexcept {
  ++calls;
  asked += size;
  return std::malloc(size > 0 ? size : 1);
}

void* counted(std::size_t size, std::align_val_t alignment) noexcept {
  ++calls;
  asked += size;
  const auto align = static_cast<std::size_t>(alignment);
  return std::aligned_alloc(align, (size + align - 1) / align * align);
}

void* or_throw(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

std::uint64_t allocations::count() { return calls; }
std::uint64_t allocations::bytes() { return asked; }

// Every form, since what one form allocates here must not be freed by another elsewhere.
using std::align_val_t;
using std::nothrow_t;
using std::size_t;

void* operator new(size_t size) { return or_throw(counted(size)); }
void* operator new[](size_t size) { return or_throw(counted(size)); }
void* operator new(size_t size, align_val_t align) { return or_throw(counted(size, align)); }
void* operator new[](size_t size, align_val_t align) { return or_throw(counted(size, align)); }
void* operator new(size_t size, const nothrow_t&) noexcept { return counted(size); }
void* operator new[](size_t size, const nothrow_t&) noexcept { return counted(size); }
void* operator new(size_t size, align_val_t align, const nothrow_t&) noexcept {
  return counted(size, align);
}
void* operator new[](size_t size, align_val_t align, const nothrow_t&) noexcept {
  return counted(size, align);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
void operator delete(void* memory, align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, size_t, align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t, align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, const nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory, align_val_t, const nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, align_val_t, const nothrow_t&) noexcept { std::free(memory); }
