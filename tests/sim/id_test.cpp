// SPDX-License-Identifier: Apache-2.0
#include "sim/id.hpp"

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;

enum class Room : std::uint8_t {};
enum class Guest : std::uint8_t {};
using Names = sim::Table<Room, std::string>;

template <class Index>
concept looks_into_names = requires(Names names, Index index) {
  names[index];
};

std::vector<Room> listed(sim::Ids<Room> ids) { return {ids.begin(), ids.end()}; }

TEST(Id, OnlyTheIdsOfItsRowsLookIntoATable) {
  EXPECT_TRUE(looks_into_names<Room>);
  EXPECT_FALSE(looks_into_names<Guest>);
  EXPECT_FALSE(looks_into_names<std::size_t>);
  EXPECT_FALSE((std::is_convertible_v<Room, Guest>));
}

TEST(Id, ATableGrowsByTheNextId) {
  Names names;
  EXPECT_TRUE(names.empty());
  EXPECT_EQ(names.add("hall"), Room{0});
  const auto attic = names.add("attic");
  EXPECT_EQ(sim::index(attic), 1U);
  EXPECT_EQ(names[attic], "attic");
  EXPECT_TRUE(names.contains(attic));
  EXPECT_FALSE(names.contains(Room{2}));
  EXPECT_THAT(listed(names.ids()), ElementsAre(Room{0}, Room{1}));
}

TEST(Id, IdsOfARange) {
  EXPECT_THAT(listed(sim::ids<Room>(0)), ElementsAre());
  EXPECT_THAT(listed(sim::ids<Room>(2)), ElementsAre(Room{0}, Room{1}));
  EXPECT_THAT(listed(sim::ids<Room>(254, 256)), ElementsAre(Room{254}, Room{255})) << "and ends";
}

TEST(Id, ATableOfTruthsIsWrittenAndRead) {
  sim::Table<Room, bool> lit(2);
  lit[Room{1}] = true;
  EXPECT_THAT(std::vector<bool>(lit.begin(), lit.end()), ElementsAre(false, true));
}

}  // namespace
