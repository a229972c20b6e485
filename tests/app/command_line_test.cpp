// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/command_texts.hpp"
#include "app/option_list.hpp"

namespace {

using app::Command;
using app::CommandLine;
using app::parse_command_line;
using testing::HasSubstr;
using testing::StartsWith;

CommandLine parse(std::vector<std::string> words, viz::Lang lang = viz::Lang::En) {
  return parse_command_line(words, lang);
}

std::string complaint(std::vector<std::string> words, viz::Lang lang = viz::Lang::En) {
  const auto line = parse(std::move(words), lang);
  EXPECT_FALSE(line.options.has_value());
  EXPECT_EQ(line.exit_status, 2);
  EXPECT_EQ(line.output, "");
  return line.complaint;
}

TEST(CommandLine, GivesDefaults) {
  const auto line = parse({"run", "a.json"});
  ASSERT_TRUE(line.options.has_value());
  const auto& o = *line.options;
  EXPECT_EQ(o.command, Command::Run);
  EXPECT_EQ(o.scenario, "a.json");
  EXPECT_EQ(o.replications, 100U);
  EXPECT_EQ(o.seed, 1U);
  EXPECT_EQ(o.threads, 0U);
  EXPECT_EQ(o.first, 0U);
  EXPECT_EQ(o.precision, 0);
  EXPECT_FALSE(o.out.has_value());
  EXPECT_FALSE(o.json);
  EXPECT_EQ(o.lang, viz::Lang::En);
}

TEST(CommandLine, ReadsEveryOptionOfARun) {
  const auto line = parse({"run",
                           "--replications",
                           "7",
                           "--seed",
                           "18446744073709551615",
                           "--threads=3",
                           "--first",
                           "50",
                           "--set",
                           "/a=1",
                           "--set",
                           "/b=2",
                           "--out",
                           "dir",
                           "--lang",
                           "sv",
                           "--progress",
                           "none",
                           "--color",
                           "never",
                           "--json",
                           "--require-targets",
                           "--plausible",
                           "a.json"});
  ASSERT_TRUE(line.options.has_value()) << line.complaint;
  const auto& o = *line.options;
  EXPECT_EQ(o.replications, 7U);
  EXPECT_EQ(o.seed, UINT64_MAX);
  EXPECT_EQ(o.threads, 3U);
  EXPECT_EQ(o.first, 50U);
  EXPECT_THAT(o.overrides, testing::ElementsAre("/a=1", "/b=2"));
  EXPECT_EQ(o.out, "dir");
  EXPECT_EQ(o.lang, viz::Lang::Sv);
  EXPECT_EQ(o.progress, app::ProgressStyle::None);
  EXPECT_EQ(o.colour, app::ColourChoice::Never);
  EXPECT_TRUE(o.json);
  EXPECT_TRUE(o.require_targets);
  EXPECT_TRUE(o.plausible);
}

TEST(CommandLine, PrecisionRaisesTheCapUnlessItIsGiven) {
  EXPECT_EQ(parse({"run", "a.json", "--precision", "2.5"}).options->replications, 2000U);
  EXPECT_DOUBLE_EQ(parse({"run", "a.json", "--precision", "2.5%"}).options->precision, 0.025);
  const auto both = parse({"run", "a.json", "--precision", "5", "--replications", "30"});
  EXPECT_EQ(both.options->replications, 30U);
}

TEST(CommandLine, ANetworkHasNoFlowsUnlessAskedFor) {
  EXPECT_EQ(parse({"network", "a.json"}).options->replications, 0U);
  EXPECT_EQ(parse({"network", "a.json", "--replications", "3"}).options->replications, 3U);
}

struct Bad {
  std::vector<std::string> words;
  std::string message;
};

TEST(CommandLine, SaysWhatWasExpectedAndFound) {
  const std::vector<Bad> cases = {
      {{"run", "a.json", "--threads", "-1"},
       "--threads: expected a whole number from 0 to 1024 (0 = all), got \"-1\""},
      {{"run", "a.json", "--replications", "-5"},
       "--replications: expected a whole number from 1 to 16777216, got \"-5\""},
      {{"run", "a.json", "--replications", "0"},
       "--replications: expected a whole number from 1 to 16777216, got \"0\""},
      {{"run", "a.json", "--replications", "1e3"},
       "--replications: expected a whole number from 1 to 16777216, got \"1e3\""},
      {{"run", "a.json", "--seed", "tomorrow"},
       "--seed: expected a whole number from 0 to 18446744073709551615, got \"tomorrow\""},
      {{"run", "a.json", "--seed", "18446744073709551616"},
       "--seed: expected a whole number from 0 to 18446744073709551615, got "
       "\"18446744073709551616\""},
      {{"run", "a.json", "--seed", "1", "--seed", "2"}, "--seed: expected one value, got 2 values"},
      {{"run", "a.json", "--seed"}, "--seed: expected a value, got nothing"},
      {{"run", "a.json", "--json=yes"}, "--json: expected no value, got a value"},
      {{"run", "a.json", "--precision", "0"},
       "--precision: expected a number in percent, greater than 0 and less than 100, got \"0\""},
      {{"run", "a.json", "--lang", "de"}, "--lang: expected one of: sv, en, got \"de\""},
      {{"run", "a.json", "--progress", "loud"},
       "--progress: expected one of: auto, plain, none, got \"loud\""},
      {{"run", "a.json", "--out", ""}, "--out: expected a name, got nothing"},
      {{"run"},
       "troskel run: expected a scenario (troskel list shows those that come along), got nothing"},
      {{"run", "a.json", "b.json"}, "troskel run: expected one scenario, got also \"b.json\""},
      {{"list", "a.json"}, "troskel list: expected only options, got \"a.json\""},
      {{"network", "a.json", "--format", "png"},
       "--format: expected one of: svg, dot, mermaid, got \"png\""},
      {{"trace", "a.json", "--replication", "x"},
       "--replication: expected a whole number from 0 to 16777215, got \"x\""},
      {{"--seed", "1", "run", "a.json"},
       "--seed: expected options after the command, got one before it"},
  };
  for (const auto& bad : cases) EXPECT_EQ(complaint(bad.words), bad.message);
}

TEST(CommandLine, SuggestsWhatWasMeant) {
  EXPECT_THAT(complaint({"rum", "a.json"}),
              testing::AllOf(StartsWith("troskel: expected a command (run, compare, check, "),
                             HasSubstr("got \"rum\" (did you mean run?)")));
  EXPECT_THAT(complaint({"run", "--replicatons", "5", "a.json"}),
              HasSubstr("got \"--replicatons\" (did you mean --replications?)"));
  EXPECT_THAT(complaint({"run", "a.json", "--thread=2"}),
              HasSubstr("got \"--thread\" (did you mean --threads?)"));
  EXPECT_THAT(complaint({"--versio"}), HasSubstr("(did you mean --version?)"));
  EXPECT_THAT(complaint({"run", "a.json", "--zzzzzzzz"}), testing::Not(HasSubstr("mean")));
}

TEST(CommandLine, ComplainsInSwedish) {
  EXPECT_EQ(complaint({"run", "a.json", "--threads", "-1", "--lang", "sv"}),
            "--threads: väntade ett heltal från 0 till 1024 (0 = alla), fick \"-1\"");
  EXPECT_THAT(complaint({"rum"}, viz::Lang::Sv), HasSubstr("fick \"rum\" (menade du run?)"));
}

TEST(CommandLine, AnswersWithOneLine) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"rum"}, {"run"}, {"run", "a", "b", "c"}, {"run", "a", "--x", "--y"}}) {
    EXPECT_EQ(complaint(words).find('\n'), std::string::npos);
  }
}

TEST(CommandLine, ShowsExamplesFirst) {
  const auto line = parse({"--help"});
  EXPECT_EQ(line.exit_status, 0);
  EXPECT_LT(line.output.find("Examples:"), line.output.find("Commands:"));
  for (const auto& command : app::commands()) {
    EXPECT_THAT(line.output, HasSubstr("  " + std::string(command.name)));
    const auto own = parse({std::string(command.name), "--help"}).output;
    EXPECT_LT(own.find("Examples:"), own.find("Options:")) << command.name;
    for (const auto& option : app::options(command.command)) {
      EXPECT_THAT(own, HasSubstr(std::string(option.name)));
    }
    EXPECT_EQ(parse({"help", std::string(command.name)}).output, own);
  }
  EXPECT_THAT(parse({"--help"}, viz::Lang::Sv).output, HasSubstr("Kommandon:"));
  EXPECT_THAT(parse({"run", "-h", "--lang", "sv"}).output, HasSubstr("Exempel:"));
}

TEST(CommandLine, HelpHasItsExamplesRight) {
  for (const auto& command : app::commands()) {
    for (const auto example : command.examples) {
      EXPECT_THAT(example, StartsWith("troskel " + std::string(command.name)));
    }
  }
}

TEST(CommandLine, HelpFitsATerminal) {
  std::string all = parse({"--help"}).output + parse({"--help"}, viz::Lang::Sv).output;
  for (const auto& command : app::commands()) {
    all += parse({std::string(command.name), "--help"}).output;
  }
  std::size_t from = 0;
  for (auto to = all.find('\n'); to != std::string::npos; to = all.find('\n', from)) {
    EXPECT_LE(to - from, 104U) << all.substr(from, to - from);  // bytes, some of two
    from = to + 1;
  }
}

}  // namespace
