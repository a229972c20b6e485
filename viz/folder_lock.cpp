// SPDX-License-Identifier: Apache-2.0
#include "viz/folder_lock.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace viz {

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

int Descriptor::close() {
  const int result = ::close(value_) == 0 ? 0 : errno;
  value_ = -1;
  return result;
}

FolderLock::FolderLock(const std::filesystem::path& folder, For use)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      held_(folder_.valid() &&
            ::flock(folder_.get(), use == For::Reading ? LOCK_SH : LOCK_EX) == 0) {}

void FolderLock::flush() const {
  if (folder_.valid()) static_cast<void>(::fsync(folder_.get()));
}

}  // namespace viz
