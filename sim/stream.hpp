// SPDX-License-Identifier: Apache-2.0
/// @file
/// Random numbers with an address. A draw is a pure function of (seed, replication, who, for what,
/// which time), so nobody owns "the generator" and
///   - no thread, order of events or change of scenario can shift anybody's numbers;
///   - the k-th person of a source is the same person in every scenario (common random numbers);
///   - one replication, or one person, can be replayed alone.
///
/// The generator is Philox2x64-10 of Random123: Salmon, Moraes, Dror, Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3", SC'11, doi:10.1145/2063384.2063405.
///
///     key     = seed, mixed with [ part:32 occasion / 2^24 : 8 ] where that is not 0      64 bits
///     counter = [ serial:32 occasion:24 block:8 | replication:24 purpose:8 family:32 ]
///
/// A block is two 64-bit words; a word is two halves. A stream that uses more than 256 blocks goes on under another key,
/// derived from its own (see Stream::next_key), so that no stream has an end.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include <Random123/philox.h>

#include "sim/check.hpp"

namespace sim {

/// The number of a name: FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923). A family of entities is
/// addressed by its name and not by its place in a list, so that adding a source to a scenario
/// moves nobody else's numbers. Two names may share a number (chance 1 in 4.3e9 a pair): the owner
/// of the names should compare.
[[nodiscard]] constexpr std::uint32_t family_of(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : name) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 16777619U;
  }
  return hash;
}

/// Where a random number lives: who, for what, which time, in which replication.
struct Address {
  static constexpr std::uint32_t replication_limit = 1U << 24;

  std::uint32_t replication = 0;  ///< 0 ..< replication_limit; checked by Stream
  std::uint32_t family = 0;       ///< who: the kind of entity, `family_of(name)`
  std::uint32_t serial = 0;       ///< who: the number of the entity within its family
  std::uint8_t purpose = 0;       ///< for what: the owner of the family numbers its purposes
  std::uint32_t occasion = 0;     ///< which time
  std::uint32_t part = 0;  ///< which of several that draw for the same purpose at the same time

  friend constexpr bool operator==(const Address&, const Address&) = default;
};

/// The random numbers at one address, in order. A UniformRandomBitGenerator: the distributions of
/// Boost.Random and of <random> accept it. Cheap to make and to throw away: make one for each draw
/// or handful of draws, and never keep one where two events could share it.
class Stream {
 public:
  using result_type = std::uint64_t;

  /// Precondition (checked): address.replication < Address::replication_limit.
  [[gnu::always_inline]] Stream(std::uint64_t seed, const Address& address)
      : counter_{{pair(address.serial, address.occasion << 8U),
                  pair((address.replication << 8U) | address.purpose, address.family)}},
        key_{{key_of(seed, address)}} {
    SIM_CHECK(address.replication < Address::replication_limit);
  }

  [[nodiscard]] static constexpr result_type min() { return 0; }
  [[nodiscard]] static constexpr result_type max() {
    return std::numeric_limits<result_type>::max();
  }

  /// The next 64 bits.
  result_type operator()() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    const Counter block = philox2x64_R(rounds, counter_, key_);
    // The block number is the low byte; when it wraps, the address stays and the key changes.
    if ((++counter_.v[0] & 0xffU) == 0) {
      counter_.v[0] -= 0x100U;
      key_.v[0] = next_key(key_.v[0]);
    }
    spare_ = block.v[1];
    has_spare_ = true;
    return block.v[0];
  }

  /// 32 bits: the high half of a word and then, when asked again, its low half. A choice and the
  /// acceptance of a draw need no more, and a word in between keeps nobody waiting.
  [[nodiscard]] std::uint32_t half() {
    if (has_half_) {
      has_half_ = false;
      return half_;
    }
    const std::uint64_t word = (*this)();
    half_ = low_half(word);
    has_half_ = true;
    return low_half(word >> 32U);
  }

  /// A uniform number in (0, 1): a multiple of 2^-53, never 0 and never 1.
  [[nodiscard]] double uniform() {
    const std::uint64_t bits = (*this)() >> 11U;
    return static_cast<double>(bits | static_cast<std::uint64_t>(bits == 0)) * 0x1p-53;
  }

  /// A uniform number in (0, 1) from half a word: the middle of one of 2^32 equal parts. For
  /// accepting or refusing, not for a value that somebody sees.
  [[nodiscard]] double coarse_uniform() { return (static_cast<double>(half()) + 0.5) * 0x1p-32; }

  /// True with the given probability: never at 0 or less, always at 1 or more.
  [[nodiscard]] bool happens(double probability) { return uniform() < probability; }

  /// A whole number in [0, count), each equally likely. Precondition (checked): count > 0.
  /// Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019) 3.
  [[nodiscard]] std::uint32_t below(std::uint32_t count) {
    SIM_CHECK(count > 0);
    std::uint64_t product = std::uint64_t{half()} * count;
    if (low_half(product) < count) {
      const std::uint32_t uneven = (0U - count) % count;
      while (low_half(product) < uneven) product = std::uint64_t{half()} * count;
    }
    return static_cast<std::uint32_t>(product >> 32U);
  }

 private:
  using Counter = philox2x64_ctr_t;
  using Key = philox2x64_key_t;
  static constexpr unsigned rounds = 10;

  static constexpr std::uint64_t pair(std::uint32_t high, std::uint32_t low) {
    return (std::uint64_t{high} << 32U) | low;
  }

  static constexpr std::uint32_t low_half(std::uint64_t word) {
    return static_cast<std::uint32_t>(word & 0xffffffffU);
  }

  /// What of an address the counter has no room for goes into the key: most have nothing of it.
  static constexpr std::uint64_t key_of(std::uint64_t seed, const Address& address) {
    const std::uint64_t rest = (std::uint64_t{address.part} << 8U) | (address.occasion >> 24U);
    return rest == 0 ? seed : mixed(seed ^ (rest * 0xd1b54a32d192ed03U));
  }

  static constexpr std::uint64_t next_key(std::uint64_t key) {
    return mixed(key + 0x9e3779b97f4a7c15U);
  }

  /// A one-to-one mixing of 64 bits: the output function of SplitMix64 (Steele, Lea, Flood,
  /// OOPSLA'14, doi:10.1145/2660193.2660195).
  static constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  Counter counter_;
  Key key_;
  std::uint64_t spare_ = 0;
  std::uint32_t half_ = 0;
  bool has_spare_ = false, has_half_ = false;
};

}  // namespace sim
