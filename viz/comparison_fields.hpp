// SPDX-License-Identifier: Apache-2.0
#pragma once

// The layout of comparison.json, said once: see results_fields.hpp.

#include <cmath>
#include <limits>
#include <vector>

#include "experiments/comparison.hpp"
#include "viz/results_fields.hpp"

namespace scenarios {

template <>
inline constexpr std::array<std::string_view, 6> names_of<care::Effect>{
    "not_affected", "unclear", "better", "worse", "higher", "lower"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<care::Aim>{"lower", "higher", "none"};

}  // namespace scenarios

namespace viz {

/// The difference as a share of the base; NaN when that is 0.
[[nodiscard]] inline double relative(const care::Difference& difference) {
  if (difference.base == 0) return std::numeric_limits<double>::quiet_NaN();
  return difference.mean / std::abs(difference.base);
}

template <class Archive, Like<care::Side> S>
void fields(Archive& file, S& side) {
  file("id", side.id, doc("Unique among those compared", "Entydigt bland dem som jämförs"));
  file("label", side.label, doc("Name", "Namn"));
  file.object("identity", [&] { fields(file, side.identity); });
}

template <class Archive, Like<care::Tally> S>
void fields(Archive& file, S& tally) {
  file("compared", tally.compared, doc("Figures that both have", "Tal som båda har"));
  file("identical", tally.identical,
       doc("Of these: equal in every replication", "Därav: lika i varje upprepning"));
  file("clear", tally.clear, doc("Of these: a clear difference", "Därav: en tydlig skillnad"));
  file("left_out", tally.left_out,
       doc("Ratios and the like that one of them has no value of",
           "Kvoter och liknande som en av dem saknar värde på"));
  file("journeys", tally.journeys,
       doc("Figures on where patients are and how they move",
           "Tal om var patienter är och hur de flyttar"));
  file("journeys_identical", tally.journeys_identical,
       doc("All of those equal in every replication", "Alla dessa lika i varje upprepning"));
  file("median_gain", tally.median_gain,
       doc("How many times wider intervals from independent seeds would be, median",
           "Hur många gånger bredare intervall från oberoende frön vore, median")
           .at_least(0));
}

/// A difference, for somebody with this aim.
template <class Archive>
void difference_fields(Archive& file, const care::Difference& d, care::Aim aim) {
  file("n", d.n, doc("Replications in which both have a value", "Upprepningar där båda har värde"));
  file("base", d.base, doc("Mean under the base", "Medelvärde i basen"));
  file("other", d.other, doc("Mean under the other", "Medelvärde i den andra"));
  file("difference", d.mean, doc("other - base, mean", "other - base, medelvärde"));
  file("sd", d.sd, doc("Of the differences", "Skillnadernas").at_least(0));
  file("ci95", d.ci95,
       doc("95 % confidence interval of the mean difference; null = unbounded (Student t; of a "
           "probability the paired score interval)",
           "95 % konfidensintervall för medelskillnaden; null = obegränsat (Student t; för en "
           "sannolikhet det parade score-intervallet)"));
  file("relative", relative(d),
       doc("Share of the base; null when that is 0", "Andel av basen; null när den är 0"));
  file("p", d.p, doc("Two-sided, of no difference", "Tvåsidigt, för ingen skillnad").probability());
  file("p_holm", d.p_holm,
       doc("p adjusted by Holm over the others", "p justerat enligt Holm över de andra")
           .probability());
  file("direction", d.direction,
       doc("Probability that the mean difference has its sign",
           "Sannolikhet att medelskillnaden har sitt tecken")
           .probability());
  file("higher", d.higher,
       doc("Replications in which other is higher", "Upprepningar där other är högre"));
  file("lower", d.lower,
       doc("Replications in which other is lower", "Upprepningar där other är lägre"));
  file("independent_half_width", d.independent_half_width,
       doc("Half-width that independent seeds would have given (Welch)",
           "Halv bredd som oberoende frön hade gett (Welch)"));
  file("identical", d.identical,
       doc("Equal in every replication, also where there is no value",
           "Lika i varje upprepning, också där värde saknas"));
  file("verdict", care::effect_of(d, aim),
       doc("What it comes to for one with this aim", "Vad det blir för den som vill detta"));
}

/// A figure under all scenarios, for somebody with this aim.
template <class Archive>
void figure_fields(Archive& file, const care::FigureComparison& figure, care::Aim aim) {
  fields(file, figure.key);
  file("kind", figure.kind, doc("As in results.json", "Som i results.json"));
  file.list(
      "differences", figure.differences,
      [&](const care::Difference& difference) { difference_fields(file, difference, aim); },
      doc("By alternative; null where one of the two lacks the figure, or a value of it",
          "Per alternativ; null där en av de två saknar talet, eller ett värde på det"));
}

/// An other scenario of a comparison.
struct Alternative {
  care::Side side;
  care::Tally tally;
};

[[nodiscard]] inline std::vector<Alternative> alternatives_of(const care::Comparison& comparison) {
  std::vector<Alternative> result;
  for (std::size_t i = 0; i < comparison.others.size(); ++i) {
    result.push_back({comparison.others[i], comparison.tallies[i]});
  }
  return result;
}

template <class Archive>
void stakeholder_fields(Archive& file, const care::StakeholderComparison& stakeholder) {
  file("id", stakeholder.id, doc("Who", "Vem"));
  file("label", stakeholder.label, doc("Name", "Namn"));
  file.list(
      "figures", stakeholder.figures,
      [&](const care::StakeholderFigure& one) {
        file("aim", one.aim, doc("Hopes for", "Hoppas på"));
        figure_fields(file, one.figure, one.aim);
      },
      doc("What they look at", "Vad de ser på"));
}

/// All of the file but its format mark.
template <class Archive>
void comparison_fields(Archive& file, const care::Comparison& comparison) {
  file("clear_level", care::clear_level,
       doc("Level of p_holm at which a difference is called clear",
           "Nivå på p_holm då en skillnad kallas tydlig")
           .probability());
  file.object("base", [&] { fields(file, comparison.base); });
  file.list(
      "alternatives", alternatives_of(comparison),
      [&](const Alternative& alternative) {
        fields(file, alternative.side);
        file.object("tally", [&] { fields(file, alternative.tally); });
      },
      doc("What the base is compared with", "Vad basen jämförs med"));
  file("warnings", comparison.warnings, doc("Warnings", "Varningar"));
  file.list(
      "stakeholders", comparison.stakeholders,
      [&](const care::StakeholderComparison& one) { stakeholder_fields(file, one); },
      doc("Who gains and loses", "Vem som vinner och förlorar"));
  file.list(
      "figures", comparison.figures,
      [&](const care::FigureComparison& one) { figure_fields(file, one, care::Aim::None); },
      doc("Every figure", "Varje tal"));
}

}  // namespace viz
