// SPDX-License-Identifier: Apache-2.0
#include "sim/stream.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace {

using sim::Address;
using sim::Stream;

static_assert(std::uniform_random_bit_generator<Stream>);
static_assert(std::is_trivially_copyable_v<Stream>);

/// The words of block `block` of an address.
std::array<std::uint64_t, 2> words_of_block(std::uint64_t seed, const Address& address, int block) {
  Stream stream(seed, address);
  for (int i = 0; i < 2 * block; ++i) stream();
  const std::uint64_t first = stream();
  return {first, stream()};
}

using Words = std::array<std::uint64_t, 2>;

// The three known answers for "philox2x64 10" in Random123's kat_vectors.
TEST(Stream, GivesTheKnownAnswers) {
  EXPECT_EQ(words_of_block(0, {0, 0, 0, 0, 0}, 0),
            (Words{0xca00a0459843d731U, 0x66c24222c9a845b5U}));
  EXPECT_EQ(words_of_block(~std::uint64_t{0},
                           {0xffffffU, 0xffffffffU, 0xffffffffU, 0xffU, 0xffffffU}, 0xff),
            (Words{0x65b021d60cd8310fU, 0x4d02f3222f86df20U}));
  EXPECT_EQ(words_of_block(0xa4093822299f31d0U,
                           {0x13198aU, 0x03707344U, 0x243f6a88U, 0x2eU, 0x85a308U}, 0xd3),
            (Words{0x0a5e742c2997341cU, 0xb0f883d38000de5dU}));
}

TEST(Stream, HalvesAreThoseOfAWord) {
  Stream words(3, {1, 2, 3, 4, 5});
  const Words first{words(), words()};
  const std::uint64_t third = words();
  Stream stream(3, {1, 2, 3, 4, 5});
  EXPECT_EQ(stream.half(), first[0] >> 32U);
  EXPECT_EQ(stream(), first[1]);  // a word in between
  EXPECT_EQ(stream.half(), first[0] & 0xffffffffU);
  EXPECT_EQ(stream.coarse_uniform(), (static_cast<double>(third >> 32U) + 0.5) / 4294967296.0);
}

TEST(Stream, IsAFunctionOfItsAddress) {
  const Address address{3, 5, 7, 11, 13};
  EXPECT_EQ(words_of_block(1, address, 4), words_of_block(1, address, 4));
  const Words here = words_of_block(1, address, 0);
  EXPECT_NE(here, words_of_block(2, address, 0));
  EXPECT_NE(here, words_of_block(std::uint64_t{1} | (std::uint64_t{1} << 32U), address, 0));
  EXPECT_NE(here, words_of_block(1, {4, 5, 7, 11, 13}, 0));
  EXPECT_NE(here, words_of_block(1, {3, 6, 7, 11, 13}, 0));
  EXPECT_NE(here, words_of_block(1, {3, 5, 8, 11, 13}, 0));
  EXPECT_NE(here, words_of_block(1, {3, 5, 7, 12, 13}, 0));
  EXPECT_NE(here, words_of_block(1, {3, 5, 7, 11, 14}, 0));
}

// A1: occasion and part were one number, and part 16 of an occasion was part 0 of the next.
TEST(Stream, A1EveryPartOfEveryOccasionHasItsOwnNumbers) {
  std::set<Words> seen;
  std::size_t asked = 0;
  for (const std::uint32_t occasion : {0U, 1U, 2U, 15U, 16U, 17U, 255U, 256U, 0xffffffU, 0x1000000U,
                                       0x1000001U, 0x2000000U, 0xffffffffU}) {
    for (std::uint32_t part = 0; part < 300; ++part, ++asked) {
      seen.insert(words_of_block(1, {0, 0, 0, 0, occasion, part}, 0));
    }
  }
  EXPECT_EQ(seen.size(), asked);
}

TEST(Stream, ChecksTheReplication) {
  EXPECT_THROW(Stream(1, {Address::replication_limit, 0, 0, 0, 0}), sim::InvariantError);
  EXPECT_NO_THROW(Stream(1, {Address::replication_limit - 1, 0, 0, 0, 0}));
}

TEST(Stream, HasNoEndAndRunsIntoNobody) {
  // Far beyond 256 blocks; the neighbours in occasion, serial and purpose do the same.
  std::vector<std::uint64_t> all;
  for (const Address& address : {Address{0, 0, 0, 0, 0}, Address{0, 0, 0, 0, 1},
                                 Address{0, 0, 1, 0, 0}, Address{0, 0, 0, 1, 0}}) {
    Stream stream(1, address);
    for (int i = 0; i < 50'000; ++i) all.push_back(stream());
  }
  std::ranges::sort(all);
  EXPECT_TRUE(std::ranges::adjacent_find(all) == all.end());
}

TEST(Stream, UniformIsUniformAndOpen) {
  constexpr int n = 400'000;
  constexpr int cells = 100;
  std::array<int, cells> counts{};
  double sum = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const double u = Stream(2025, {0, 1, i, 0, 0}).uniform();
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
    ++counts[static_cast<std::size_t>(u * cells)];
  }
  EXPECT_NEAR(sum / n, 0.5, 4 * std::sqrt(1.0 / 12 / n));
  double chi2 = 0;
  for (const int count : counts) {
    const double expected = static_cast<double>(n) / cells;
    chi2 += (count - expected) * (count - expected) / expected;
  }
  EXPECT_NEAR(chi2, cells - 1, 4 * std::sqrt(2.0 * (cells - 1)));
}

/// Correlation of the first uniforms of n pairs of addresses.
template <class First, class Second>
double correlation(int n, First first, Second second) {
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const auto k = static_cast<std::uint32_t>(i);
    sum += (Stream(9, first(k)).uniform() - 0.5) * (Stream(9, second(k)).uniform() - 0.5);
  }
  return 12 * sum / n;
}

TEST(Stream, NeighbouringAddressesAreIndependent) {
  constexpr int n = 200'000;
  const double four_se = 4 / std::sqrt(n);
  const auto base = [](std::uint32_t k) { return Address{1, 2, k, 3, 4}; };
  EXPECT_NEAR(correlation(n, base,
                          [](std::uint32_t k) {
                            return Address{1, 2, k, 4, 4};
                          }),
              0, four_se);
  EXPECT_NEAR(correlation(n, base,
                          [](std::uint32_t k) {
                            return Address{1, 2, k, 3, 5};
                          }),
              0, four_se);
  EXPECT_NEAR(correlation(n, base,
                          [](std::uint32_t k) {
                            return Address{2, 2, k, 3, 4};
                          }),
              0, four_se);
  EXPECT_NEAR(correlation(n, base,
                          [](std::uint32_t k) {
                            return Address{1, 3, k, 3, 4};
                          }),
              0, four_se);
  EXPECT_NEAR(correlation(n, base,
                          [](std::uint32_t k) {
                            return Address{1, 2, k + 1, 3, 4};
                          }),
              0, four_se);
  EXPECT_NEAR(correlation(n, base, base), 1, 0.02);  // the test can fail
}

TEST(Stream, SuccessiveWordsAreIndependent) {
  constexpr int n = 200'000;
  Stream stream(5, {});
  double last = stream.uniform() - 0.5;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double next = stream.uniform() - 0.5;
    sum += last * next;
    last = next;
  }
  EXPECT_NEAR(12 * sum / n, 0, 4 / std::sqrt(n));
}

TEST(Stream, HappensAsOftenAsSaid) {
  constexpr int n = 100'000;
  int count = 0;
  Stream stream(6, {});
  for (int i = 0; i < n; ++i) {
    count += stream.happens(0.3) ? 1 : 0;
    ASSERT_FALSE(stream.happens(0));
    ASSERT_TRUE(stream.happens(1));
  }
  EXPECT_NEAR(count, 0.3 * n, 4 * std::sqrt(0.3 * 0.7 * n));
}

TEST(Stream, BelowIsEven) {
  constexpr int n = 70'000;
  std::array<int, 7> counts{};
  Stream stream(7, {});
  for (int i = 0; i < n; ++i) ++counts.at(stream.below(7));
  for (const int count : counts) EXPECT_NEAR(count, n / 7.0, 4 * std::sqrt(n / 7.0 * 6 / 7));
  EXPECT_EQ(stream.below(1), 0U);
  EXPECT_THROW(static_cast<void>(stream.below(0)), sim::InvariantError);
  // A count for which a plain multiplication is uneven: of every three values in a row the first
  // would come twice as often.
  constexpr std::uint32_t awkward = 3U << 30U;
  int first = 0;
  for (int i = 0; i < n; ++i) first += stream.below(awkward) % 3 == 0 ? 1 : 0;
  EXPECT_NEAR(first, n / 3.0, 4 * std::sqrt(n * 2 / 9.0));
}

TEST(FamilyOf, IsFnv1a) {
  EXPECT_EQ(sim::family_of(""), 0x811c9dc5U);
  EXPECT_EQ(sim::family_of("a"), 0xe40c292cU);
  EXPECT_EQ(sim::family_of("foobar"), 0xbf9cf968U);
  static_assert(sim::family_of("frail") != sim::family_of("fit"));
}

}  // namespace
