// SPDX-License-Identifier: Apache-2.0
// Set operations on cubes against counting case by case, in a space small enough for that.

#include <algorithm>
#include <bit>
#include <random>

#include <gtest/gtest.h>

#include "models/rules/cube.hpp"
#include "scenarios/case_vocabulary.hpp"

namespace care {
namespace {

/// The dimensions that the cubes of these tests tell apart.
std::vector<std::size_t> small_space(std::initializer_list<const char*> names) {
  std::vector<std::size_t> dimensions;
  for (const char* const name : names) dimensions.push_back(*scenarios::find_dimension(name));
  return dimensions;
}

/// Every case of the small space, as a cube with one value in each of its dimensions.
Cubes points(const std::vector<std::size_t>& dimensions) {
  Cubes all{every_case()};
  for (const std::size_t d : dimensions) {
    Cubes finer;
    for (const Cube& cube : all) {
      for (std::uint32_t bit = 1; bit <= all_values(d); bit <<= 1U) {
        finer.push_back(cube);
        finer.back().values[d] = bit;
      }
    }
    all = std::move(finer);
  }
  return all;
}

bool is_in(const Cube& point, const Cubes& cubes) {
  return std::any_of(cubes.begin(), cubes.end(),
                     [&](const Cube& cube) { return contains(cube, point); });
}

std::size_t times_in(const Cube& point, const Cubes& cubes) {
  return static_cast<std::size_t>(std::count_if(
      cubes.begin(), cubes.end(), [&](const Cube& cube) { return contains(cube, point); }));
}

class Draw {
 public:
  explicit Draw(std::uint32_t seed) : random_(seed) {}

  Cube cube(const std::vector<std::size_t>& dimensions) {
    Cube result = every_case();
    for (const std::size_t d : dimensions) {
      do {
        result.values[d] = static_cast<std::uint32_t>(random_()) & all_values(d);
      } while (result.values[d] == 0);
    }
    return result;
  }
  Cubes cubes(const std::vector<std::size_t>& dimensions, std::size_t most) {
    Cubes result;
    for (std::size_t i = random_() % (most + 1); i > 0; --i) result.push_back(cube(dimensions));
    return result;
  }
  bool coin() { return random_() % 2 == 0; }

 private:
  std::mt19937 random_;
};

TEST(Cube, OperationsAgreeWithCounting) {
  const auto space = small_space({"age", "housing", "reach", "enrolled"});
  const Cubes all = points(space);
  ASSERT_EQ(all.size(), 4U * 4U * 3U * 2U);
  Draw draw(1);
  for (int round = 0; round < 300; ++round) {
    const Cube a = draw.cube(space);
    const Cubes b = draw.cubes(space, 5);
    const Cubes outside = difference(Cubes{a}, b);
    const bool covered = is_covered(a, b);
    for (const Cube& point : all) {
      const bool in_a = contains(a, point);
      EXPECT_EQ(times_in(point, outside), in_a && !is_in(point, b) ? 1U : 0U);
      EXPECT_EQ(is_in(point, intersection(Cubes{a}, b)), in_a && is_in(point, b));
    }
    EXPECT_EQ(covered, outside.empty());
    const Cubes fewer = joined(outside);
    EXPECT_LE(fewer.size(), outside.size());
    for (const Cube& point : all) EXPECT_EQ(times_in(point, fewer), times_in(point, outside));
  }
}

TEST(Cube, FewestKeepsTheCasesAndNothingIsSuperfluous) {
  const auto space = small_space({"age", "housing", "reach", "enrolled"});
  const Cubes all = points(space);
  Draw draw(2);
  for (int round = 0; round < 100; ++round) {
    const Cubes whatever = draw.cubes(space, 2);
    Cubes on;
    for (const Cube& cube : draw.cubes(space, 4)) {
      const Cubes fresh = difference(difference(Cubes{cube}, on), whatever);
      on.insert(on.end(), fresh.begin(), fresh.end());
    }
    const Cubes few = fewest(on, whatever);
    EXPECT_LE(few.size(), on.size());
    Cubes allowed = on;
    allowed.insert(allowed.end(), whatever.begin(), whatever.end());
    for (const Cube& point : all) {
      EXPECT_TRUE(!is_in(point, on) || is_in(point, few));
      EXPECT_TRUE(!is_in(point, few) || is_in(point, allowed));
    }
    for (std::size_t i = 0; i < few.size(); ++i) {
      Cubes others = few;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      others.insert(others.end(), whatever.begin(), whatever.end());
      EXPECT_FALSE(is_covered(few[i], others)) << "superfluous";
      for (const std::size_t d : space) {
        for (std::uint32_t bit = 1; bit <= all_values(d); bit <<= 1U) {
          if ((few[i].values[d] & bit) != 0) continue;
          Cube more = few[i];
          more.values[d] = bit;
          EXPECT_FALSE(is_covered(more, allowed)) << "not prime";
        }
      }
    }
  }
}

/// Fewest cubes by trying all sets of maximal cubes; for very small spaces.
std::size_t least_count(const Cubes& on, const std::vector<std::size_t>& space) {
  Cubes candidates{every_case()};
  for (const std::size_t d : space) {
    Cubes finer;
    for (const Cube& cube : candidates) {
      for (std::uint32_t values = 1; values <= all_values(d); ++values) {
        finer.push_back(cube);
        finer.back().values[d] = values;
      }
    }
    candidates = std::move(finer);
  }
  std::erase_if(candidates, [&](const Cube& cube) { return !is_covered(cube, on); });
  Cubes primes;
  for (const Cube& cube : candidates) {
    const auto larger = [&](const Cube& other) { return other != cube && contains(other, cube); };
    if (std::none_of(candidates.begin(), candidates.end(), larger)) primes.push_back(cube);
  }
  EXPECT_LE(primes.size(), 20U);
  std::size_t least = primes.size();
  for (std::uint32_t chosen = 0; chosen < (1U << primes.size()); ++chosen) {
    const auto count = static_cast<std::size_t>(std::popcount(chosen));
    if (count >= least) continue;
    Cubes set;
    for (std::size_t i = 0; i < primes.size(); ++i) {
      if ((chosen >> i & 1U) != 0) set.push_back(primes[i]);
    }
    const bool whole =
        std::all_of(on.begin(), on.end(), [&](const Cube& cube) { return is_covered(cube, set); });
    if (whole) least = count;
  }
  return least;
}

TEST(Cube, FewestIsTheLeastThereIs) {
  const auto space = small_space({"reach", "enrolled", "day", "season"});
  const Cubes all = points(space);
  Draw draw(3);
  std::size_t more = 0;
  for (int round = 0; round < 100; ++round) {
    Cubes on;
    for (const Cube& point : all) {
      if (draw.coin()) on.push_back(point);
    }
    const std::size_t count = fewest(on, {}).size();
    const std::size_t least = on.empty() ? 0 : least_count(on, space);
    EXPECT_LE(count, least + 1);
    if (count > least) ++more;
  }
  // The method is a heuristic: random sets are its worst case, and one in twenty may miss by one.
  EXPECT_LE(more, 5U);
}

TEST(Cube, WeighsByTheValuesOfAttributesAndNotOfSwitches) {
  const auto equal = equal_weights();
  EXPECT_DOUBLE_EQ(weight_of(every_case(), equal), 1);
  const std::size_t age = *scenarios::find_dimension("age");
  Cube cube = with_values(age, 3);
  EXPECT_DOUBLE_EQ(weight_of(cube, equal), 0.5);
  cube.values[*scenarios::find_dimension("level_rule")] = 1;
  EXPECT_DOUBLE_EQ(weight_of(cube, equal), 0.5);
  auto skewed = equal;
  skewed.weights[age] = {0.1, 0.2, 0.3, 0.4};
  EXPECT_DOUBLE_EQ(weight_of(cube, skewed), 0.1 + 0.2);
}

}  // namespace
}  // namespace care
