// SPDX-License-Identifier: Apache-2.0
#include "tests/theory/ladder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "tests/theory/table.hpp"
#include "tests/theory/theory.hpp"

namespace theory {

namespace {

struct Rung {
  const char *title, *text;
  Group last;
};

constexpr std::array rungs{
    Rung{"Exact formulas", "", Group::Examples},
    Rung{"Markov chains",
         "The chain of all states is solved numerically, in the long run or moment by moment.",
         Group::CensusQueue},
    Rung{"Conservation and metamorphic properties",
         "What must hold in every network, and how results must change when the scenario does.",
         Group::CommonNumbers},
    Rung{"Known defects of published tools",
         "Each has been found in a published simulation; here it would fail. Intervals that miss "
         "the "
         "exact value: next section.",
         Group::ShortRuns},
    Rung{"How often intervals cover",
         "Many independent experiments, each with its own 95 % interval: the share of intervals "
         "that "
         "contain the exact value. It must lie in 93–97 %.",
         Group::Coverage},
};

struct GroupText {
  const char *title, *source;
};

/// By Group.
constexpr std::array<GroupText, static_cast<std::size_t>(Group::Coverage) + 1> group_texts{{
    {"Waiting for one of c places (M/M/c)", "Erlang 1917"},
    {"Waiting for one place, any stay (M/G/1)", "Pollaczek 1930, Khinchine 1932"},
    {"Lost when all places are taken (M/G/c/c)",
     "Erlang 1917; whatever the stay, Sevastyanov 1957"},
    {"Priorities without interruption", "Cobham, Operations Research 2, 1954"},
    {"Leaving the queue when patience ends",
     "Palm 1957 (Erlang A, as a birth-and-death chain); Barrer, Operations Research 5, 1957"},
    {"No limit on places, constant arrivals (M/G/∞)", "Palm 1943"},
    {"No limit on places, arrivals that vary with time (M(t)/G/∞)",
     "Eick, Massey & Whitt, Management Science 39, 1993"},
    {"Arrivals at random, in groups, by appointment",
     "laws of the Poisson and the compound Poisson process"},
    {"Arrivals with any law of the time between them",
     "renewal in equilibrium, Cox, Renewal Theory, 1962; GI/M/1, Kendall 1953"},
    {"Competing risks, changes and routes during a stay",
     "Laplace transform of the stay; balance of flows (Little 1961)"},
    {"Open network with feedback", "Jackson, Operations Research 5, 1957"},
    {"Extra places when the ordinary ones are taken (M/M/(c + k))", "Erlang 1917"},
    {"A place that is made ready between two patients",
     "M/G/1 and M/G/c/c with stay and turnover together; Pollaczek 1930, Erlang 1917"},
    {"Places that settings share, several for one patient, of two kinds at once",
     "product form of loss networks, Kelly, Advances in Applied Probability 18, 1986; Kaufman "
     "1981, "
     "Roberts 1981; chain of those in place and in line"},
    {"A health centre whose population takes places, and a threshold before it",
     "birth and death of a closed number of persons, Palm 1947; sums over who takes how many; "
     "balance "
     "of flows"},
    {"Living somewhere and being away at times", "renewal arguments; Sevastyanov 1957"},
    {"A start from today's patients", "residual stays, Cox, Renewal Theory, 1962"},
    {"A start from today's patients and how long they have been there",
     "P(stay > age + t) / P(stay > age)"},
    {"Visits due and their minutes", "rate × time; binomial number in a shift"},
    {"Staff absent through sickness", "rate × mean length of a spell; vacancy, replacement"},
    {"Visits given by people, each with time of their own",
     "sums over who is present and what is due, both binomial, and over who has a delegation, "
     "hypergeometric; given the week's shock, a chain of two states"},
    {"Rules of who is responsible",
     "bookkeeping; exponential decay; Little 1961; geometric number of requests"},
    {"The same at the other end: what an experiment reports", "Erlang 1917; Little 1961"},
    {"Example scenarios, run as a user would",
     "Erlang 1917; Markov chain of 81 states; traffic equations"},
    {"Two stations in a row, the first blocked by the second", "chain of busy, blocked, second"},
    {"A cut in capacity for two weeks, with loss and with waiting", "transient chain"},
    {"Waiting when arrivals vary with the hour (M(t)/M/c)", "transient chain"},
    {"Sent elsewhere when full", "chain of both settings"},
    {"Joining the shortest of two queues", "chain of both, cut off where hardly anybody waits"},
    {"A ward and its queue as they are today", "transient chain"},
    {"Nobody appears, nobody disappears", "conservation; Little's law path by path"},
    {"Changes whose effect is known", "symmetry"},
    {"Who is not touched by a change has the same journey", "addressed streams"},
    {"An initial queue that stays for ever", "Erlang 1917"},
    {"Fresh instead of residual stays at the start", "Cox, Renewal Theory, 1962"},
    {"A spread that is lost on the way", "moments of the distribution as given"},
    {"Time in a setting that breaks Little's law", "Little 1961"},
    {"Thinning with a stale rate", "integral of the rate"},
    {"Streams shared between activities, persons or runs", "independence"},
    {"High load, short runs from empty", "Erlang 1917; transient chain"},
    {"95 % intervals", "nominal 95 %, or the exact coverage of the interval where it is discrete"},
}};

enum class Verdict { Agrees, Differs, Equals, Fails };

/// As printed.
struct Figures {
  std::string truth, estimate, interval;
  double off = 0;  ///< standard errors; NaN where there is no spread
};

struct Row {
  Group group{};
  std::string situation, quantity;
  Figures figures;
  Verdict verdict{};
};

std::vector<Row>& recorded() {
  static std::vector<Row> rows;
  return rows;
}

void record(Row row) { recorded().push_back(std::move(row)); }

std::string verdict_text(Verdict verdict) {
  constexpr std::array names{"agrees", "differs, as it must", "equal", "**FAILS**"};
  return names[static_cast<std::size_t>(verdict)];
}

std::string off_text(const Row& row) {
  if (row.verdict == Verdict::Equals || !std::isfinite(row.figures.off)) return "exact";
  return row.verdict == Verdict::Differs ? "far" : fmt::format("{:+.1f}", row.figures.off);
}

std::string summary(const std::vector<Row>& rows) {
  int by_chance = 0, beyond_two = 0, failed = 0;
  double farthest = 0;
  for (const auto& row : rows) {
    failed += row.verdict == Verdict::Fails ? 1 : 0;
    if (row.verdict != Verdict::Agrees || !std::isfinite(row.figures.off)) continue;
    by_chance += 1;
    beyond_two += std::abs(row.figures.off) > 2 ? 1 : 0;
    farthest = std::max(farthest, std::abs(row.figures.off));
  }
  return fmt::format(
      "**{} rows, {} failed.** Of {} estimates {} ({:.1f} %) lie more than two standard errors "
      "from "
      "the\ntruth, where chance alone puts about 5 %; the farthest is {:.1f} off. Rows of a group "
      "share persons and their luck:\nneighbours tend to err to the same side.\n",
      rows.size(), failed, by_chance, beyond_two, 100.0 * beyond_two / std::max(by_chance, 1),
      farthest);
}

std::string page(std::vector<Row> rows) {
  std::ranges::stable_sort(rows, {}, &Row::group);
  std::string text = fmt::format(
      "# Validation\n\nEvery known answer that the tests hold the simulator to, written by `./dev "
      "verify` from one fresh run at fixed\nseeds; a test compares this page with such a run byte "
      "for byte.\n\n"
      "How to read a row: *exact* comes from a formula or a chain in the test, never from the "
      "simulator; *off* is how\nfar the estimate lies from it in standard errors, and 4 is the "
      "limit. An estimate too blunt to tell right from wrong\nfails as well.\n\n{}",
      summary(rows));
  auto row = rows.begin();
  for (const auto& rung : rungs) {
    text += fmt::format("\n## {}\n", rung.title);
    if (*rung.text != '\0') text += fmt::format("\n{}\n", rung.text);
    while (row != rows.end() && row->group <= rung.last) {
      const Group group = row->group;
      const auto& about = group_texts[static_cast<std::size_t>(group)];
      text += fmt::format("\n### {}\n\nSource: {}.\n\n", about.title, about.source);
      std::vector<std::vector<std::string>> cells{
          {"case", "quantity", "exact", "estimate", "95 % interval", "off", "verdict"}};
      for (; row != rows.end() && row->group == group; ++row) {
        cells.push_back({row->situation, row->quantity, row->figures.truth, row->figures.estimate,
                         row->figures.interval, off_text(*row), verdict_text(row->verdict)});
      }
      text += table(cells, 2);
    }
  }
  return text;
}

class Ladder : public ::testing::Environment {
 public:
  void TearDown() override {
    if (const char* file = ladder_file()) std::ofstream{file} << page(recorded());
  }
};

[[maybe_unused]] const auto* const ladder = ::testing::AddGlobalTestEnvironment(new Ladder);

/// Zero without its sign.
double plain(double x) { return x == 0 ? 0 : x; }

Figures figures_of(const sim::Estimate& e, double truth) {
  const double error = e.sd / std::sqrt(static_cast<double>(e.n));
  Figures row;
  if (error > 0) {
    const int digits = decimals(error);
    row.truth = fmt::format("{:.{}f}", plain(truth), digits);
    row.estimate = fmt::format("{:.{}f}", plain(e.mean), digits);
    row.interval = fmt::format("{:.{}f} to {:.{}f}", plain(e.mean - e.half_width), digits,
                               plain(e.mean + e.half_width), digits);
    row.off = (e.mean - truth) / error;
  } else {
    row.truth = fmt::format("{:.6g}", plain(truth));
    row.estimate = fmt::format("{:.6g}", plain(e.mean));
    row.interval = "–";
    row.off = std::numeric_limits<double>::quiet_NaN();
  }
  return row;
}

::testing::AssertionResult judge(bool good) {
  return good ? ::testing::AssertionSuccess() : ::testing::AssertionFailure();
}

}  // namespace

std::string in_words(std::string_view name) {
  std::string words;
  for (const char c : name) {
    const bool begins = 'A' <= c && c <= 'Z';
    if (begins && !words.empty()) words += ' ';
    words += begins ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return words;
}

Claim::Claim(Group group, std::string situation)
    : group_(group), situation_(std::move(situation)) {}

::testing::AssertionResult Claim::agrees(std::string_view quantity, std::span<const double> values,
                                         double truth, double sharpness) const {
  return agrees(quantity, sim::estimate(values), truth, sharpness);
}

::testing::AssertionResult Claim::agrees(std::string_view quantity, const sim::Estimate& e,
                                         double truth, double sharpness) const {
  const double four = 4 * e.sd / std::sqrt(static_cast<double>(e.n));
  // Without spread (deterministic cases) only the last bits may differ.
  const bool near = std::abs(e.mean - truth) <= std::max(four, 1e-9 * std::abs(truth));
  const bool sharp = four <= sharpness * std::abs(truth);
  record({group_, situation_, std::string{quantity}, figures_of(e, truth),
          near && sharp ? Verdict::Agrees : Verdict::Fails});
  auto result = judge(near && sharp);
  if (near && !sharp) result << "too blunt: ";
  return result << situation_ << ": " << quantity << ": estimate " << e.mean << " +- " << four
                << " (4 s.e., n = " << e.n << "), exact " << truth
                << ", t = " << (e.mean - truth) / (four / 4);
}

::testing::AssertionResult Claim::differs(std::string_view quantity, std::span<const double> values,
                                          double wrong) const {
  const auto figures = figures_of(sim::estimate(values), wrong);
  const bool far = std::abs(figures.off) > 8;
  record({group_, situation_, std::string{quantity}, figures,
          far ? Verdict::Differs : Verdict::Fails});
  return judge(far) << situation_ << ": " << quantity << ": t = " << figures.off << " against "
                    << wrong;
}

::testing::AssertionResult Claim::equals(std::string_view quantity, double value,
                                         double truth) const {
  const bool same = std::abs(value - truth) <= 1e-9 * std::abs(truth);
  const Figures figures{fmt::format("{:.6g}", plain(truth)), fmt::format("{:.6g}", plain(value)),
                        "–", std::numeric_limits<double>::quiet_NaN()};
  record({group_, situation_, std::string{quantity}, figures,
          same ? Verdict::Equals : Verdict::Fails});
  return judge(same) << situation_ << ": " << quantity << ": " << value << ", exact " << truth;
}

::testing::AssertionResult Claim::covers(std::string_view quantity, std::uint32_t times,
                                         std::uint32_t n, double truth) const {
  const double share = times / static_cast<double>(n);
  const auto interval = sim::wilson(times, n);
  const Figures figures{fmt::format("{:.2f}", 100 * truth), fmt::format("{:.2f}", 100 * share),
                        fmt::format("{:.2f} to {:.2f}", 100 * interval.low, 100 * interval.high),
                        (share - truth) / std::sqrt(truth * (1 - truth) / n)};
  const bool good = std::abs(figures.off) <= 4 && 0.93 <= share && share <= 0.97;
  record({group_, situation_, std::string{quantity}, figures,
          good ? Verdict::Agrees : Verdict::Fails});
  return judge(good) << situation_ << ": " << quantity << ": " << times << " of " << n << " for "
                     << truth << ", t = " << figures.off;
}

}  // namespace theory
