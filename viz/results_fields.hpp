// SPDX-License-Identifier: Apache-2.0
#pragma once

// The layout of results.json, said once, as scenarios/fields.hpp says that of scenario files: an
// archive takes the members of each record in the order of the file, with what they mean. One
// archive writes them (json_writing.hpp), one reads them back (json_reading.hpp), one makes the
// schema (json_schema.hpp).

#include <array>
#include <string_view>

#include "experiments/results.hpp"
#include "scenarios/field.hpp"

namespace scenarios {

template <>
inline constexpr std::array<std::string_view, 2> names_of<care::MetricEstimate::Kind>{
    "mean", "probability"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<care::AuditItem::Verdict>{
    "passed", "violated", "note"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<care::Plausibility>{
    "within", "outside", "unclear", "no_value"};

}  // namespace scenarios

namespace viz {

using scenarios::doc;
using scenarios::Like;

template <class Archive, Like<care::Key> S>
void fields(Archive& file, S& key) {
  file("id", key.id, doc("Unique and stable", "Entydigt och beständigt").filled());
  file("group", key.group,
       doc("flow, move, staff, shortage, shift, measure or ledger",
           "flow, move, staff, shortage, shift, measure eller ledger"));
  file("quantity", key.quantity, doc("What is counted", "Vad som räknas"));
  file.unless_empty("setting", key.setting,
                    doc("Setting; of a move: from where", "Plats; för en förflyttning: varifrån"));
  file.unless_empty("destination", key.destination,
                    doc("Setting or exit that is moved to", "Plats eller utgång dit flytten går"));
  file.unless_empty("municipality", key.municipality, doc("Municipality", "Kommun"));
  file.unless_empty("role", key.role, doc("Staff role", "Yrke"));
  file.unless_empty("shift", key.shift, doc("Shift", "Pass"));
  file.unless_empty(
      "day_type", key.day_type,
      doc("Of the shifts of a team: weekdays or weekend (Saturday, Sunday, holiday)",
          "Av ett arbetslags pass: weekdays eller weekend (lördag, söndag, helgdag)"));
  file.unless_empty("party", key.party,
                    doc("Who answers or performs", "Vem som ansvarar eller utför"));
  file.unless_empty("cause", key.cause,
                    doc("What patients waited for: task.<name>, talks, way or place.<setting>",
                        "Vad patienter väntade på: task.<namn>, talks, way eller place.<plats>"));
  file("label", key.label, doc("Name, without the dimensions", "Namn, utan dimensionerna"));
  file("unit", key.unit, doc("Unit", "Enhet"));
  file("decimals", key.decimals,
       doc("For display only", "Endast för visning").at_least(0).at_most(9));
}

template <class Archive, Like<care::RunIdentity> S>
void fields(Archive& file, S& run) {
  file("version", run.version, doc("Of the program", "Programmets"));
  file("scenario_file", run.scenario_file, doc("File name only", "Bara filnamnet"));
  file("scenario_hash", run.scenario_hash,
       doc("SHA-256 of what the scenario says", "SHA-256 av vad scenariot säger"));
  file("seed", run.seed, doc("Seed", "Frö"));
  file("first_replication", run.first_replication,
       doc("Number of the first replication", "Den första upprepningens nummer"));
  file("replications", run.replications,
       doc("Replications that the figures rest on", "Upprepningar som talen vilar på"));
  file("requested", run.requested, doc("Replications asked for", "Beställda upprepningar"));
  file("interrupted", run.interrupted,
       doc("Stopped before all were run", "Avbruten innan alla var körda"));
}

template <class Archive, Like<care::MetricEstimate> S>
void fields(Archive& file, S& metric) {
  using Kind = care::MetricEstimate::Kind;
  file("kind", metric.kind,
       doc("A mean over replications, or the share of their seasons in which something happened",
           "Ett medelvärde över upprepningar, eller den andel av deras säsonger där något hände"));
  file("n", metric.n, doc("Replications that have a value", "Upprepningar som har ett värde"));
  file("mean", metric.mean,
       doc("Estimate; null when no replication has a value",
           "Skattning; null när ingen upprepning har ett värde"));
  file("sd", metric.sd,
       doc("Standard deviation between replications", "Standardavvikelse mellan upprepningar")
           .at_least(0));
  file(
      "ci95", metric.ci95,
      doc("95 % confidence interval; null = unbounded, or without a value none (Student t, leaning "
          "as the values do, of a mean; Wilson of a share)",
          "95 % konfidensintervall; null = obegränsat, eller utan värde inget (Student t, sned som "
          "värdena, för ett medelvärde; Wilson för en andel)"));
  file.when("kind", metric.kind, Kind::Probability, [&] {
    file("trials", metric.trials,
         doc("Seasons that were simulated, over all replications",
             "Säsonger som simulerades, över alla upprepningar"));
    file("events", metric.events, doc("Of these: in which it happened", "Därav: där det hände"));
    file("bound_only", metric.bound_only,
         doc("Too few events: only the upper bound says something",
             "För få händelser: bara den övre gränsen säger något"));
  });
  constexpr auto quantile = doc("Quantile over replications; absent when there are too few",
                                "Kvantil över upprepningar; saknas när de är för få");
  file.unless_empty("p05", metric.p05, quantile);
  file.unless_empty("p25", metric.p25, quantile);
  file.unless_empty("p50", metric.p50, quantile);
  file.unless_empty("p75", metric.p75, quantile);
  file.unless_empty("p95", metric.p95, quantile);
  constexpr auto around = doc("95 % confidence interval of the quantile, from order statistics",
                              "95 % konfidensintervall för kvantilen, ur ordningsstatistikor");
  file.unless_empty("p05_ci95", metric.p05_ci95, around);
  file.unless_empty("p25_ci95", metric.p25_ci95, around);
  file.unless_empty("p50_ci95", metric.p50_ci95, around);
  file.unless_empty("p75_ci95", metric.p75_ci95, around);
  file.unless_empty("p95_ci95", metric.p95_ci95, around);
}

template <class Archive, Like<care::TargetRow> S>
void fields(Archive& file, S& row) {
  file("id", row.id, doc("Name in the scenario", "Namn i scenariot"));
  file("measure", row.measure, doc("Id of the figure", "Talets id"));
  file("label", row.label, doc("Name", "Namn"));
  file("unit", row.unit, doc("Unit", "Enhet"));
  file("low", row.low, doc("The target is met from here …", "Målet nås härifrån …"));
  file("high", row.high, doc("… to here", "… hit"));
  file("passed", row.passed,
       doc("The estimate lies between low and high", "Skattningen ligger mellan low och high"));
  fields(file, row.estimate);
}

template <class Archive, Like<care::PlausibleRow> S>
void fields(Archive& file, S& row) {
  file("range", row.id, doc("Name in the scenario", "Namn i scenariot"));
  fields(file, row.estimate.key);
  fields(file, row.estimate);
  file("low", row.low, doc("Smallest value expected", "Minsta väntade värde"));
  file("high", row.high, doc("Largest value expected", "Största väntade värde"));
  file.unless_empty("grade", row.grade,
                    doc("What the range rests on: A, B, C or assumption",
                        "Vad intervallet vilar på: A, B, C eller assumption"));
  file.unless_empty("source", row.source, doc("Where it comes from", "Varifrån det kommer"));
  file("verdict", row.verdict,
       doc("All of the interval lies within, nothing of it (outside), some of it (unclear), or "
           "nothing was counted",
           "Hela konfidensintervallet ligger inom, inget av det (outside), en del (unclear), eller "
           "så har inget räknats"));
}

template <class Archive, Like<care::WeekPoint> S>
void fields(Archive& file, S& point) {
  file("start", point.start,
       doc("First day of the ISO week, which the ends of the run may cut",
           "ISO-veckans första dygn; körningens ändar kan kapa den"));
  file("iso_week", point.iso_week, doc("ISO week", "ISO-vecka").at_least(1).at_most(53));
  file("days", point.days, doc("Days measured", "Dygn som mäts").at_least(1).at_most(7));
  constexpr auto quantile = doc("Quantile over replications", "Kvantil över upprepningar");
  file("mean", point.mean,
       doc("Mean over replications; null when there is no value",
           "Medelvärde över upprepningar; null när det inte finns något värde"));
  file("p05", point.p05, quantile);
  file("p25", point.p25, quantile);
  file("p50", point.p50, quantile);
  file("p75", point.p75, quantile);
  file("p95", point.p95, quantile);
}

template <class Archive, Like<care::LedgerRow> S>
void fields(Archive& file, S& row) {
  file("principal", row.principal,
       doc("Who provides: region, a municipality or total",
           "Vem som står för det: region, en kommun eller total"));
  file("item", row.item, doc("What is provided", "Vad som ges"));
  file("principal_label", row.principal_label, doc("Name", "Namn"));
  file("item_label", row.item_label, doc("Name", "Namn"));
  file("unit", row.unit, doc("Unit of the quantity", "Mängdens enhet"));
  file.object("quantity", [&] { fields(file, row.quantity); });
  file.object("kronor", [&] { fields(file, row.kronor); });
}

template <class Archive, Like<care::AuditItem> S>
void fields(Archive& file, S& item) {
  file("id", item.id, doc("What is checked", "Vad som prövas"));
  file("verdict", item.verdict, doc("Outcome", "Utfall"));
  file("label", item.label, doc("Name", "Namn"));
  file("detail", item.detail, doc("Numbers", "Siffror"));
}

template <class Archive, Like<care::Occupancy> S>
void fields(Archive& file, S& row) {
  file("setting", row.setting, doc("Setting", "Plats"));
  file("mean", row.mean, doc("Mean number of patients", "Medelantal patienter").at_least(0));
  file("first_level", row.first_level,
       doc("Number of patients that the first share is of",
           "Antal patienter som första andelen är av"));
  file("share", row.share,
       doc("Share of the time, level by level", "Andel av tiden, nivå för nivå").probability());
}

template <class Archive, Like<care::Exceedance::Point> S>
void fields(Archive& file, S& point) {
  file("level", point.level,
       doc("Missing minutes in the worst week / minutes due in it",
           "Minuter som saknas i värsta veckan / minuter som behövs i den")
           .at_least(0));
  file("probability", point.probability,
       doc("That the worst week is at least so bad", "Att värsta veckan är minst så svår")
           .probability());
  file("ci95", point.ci95, doc("95 % confidence interval", "95 % konfidensintervall"));
}

template <class Archive, Like<care::StateRow> S>
void fields(Archive& file, S& row) {
  file("time", row.time,
       doc("The moment, before anything happens in it", "Ögonblicket, innan något händer i det"));
  file("setting", row.setting, doc("Setting", "Plats"));
  for (std::size_t i = 0; i < row.numbers.size(); ++i) {
    file.object(scenarios::name_of(static_cast<scenarios::Level>(i)),
                [&] { fields(file, row.numbers[i]); });
  }
}

template <class Archive, Like<care::DayRow> S>
void fields(Archive& file, S& row) {
  file("date", row.date, doc("The day", "Dygnet"));
  file("weekday", row.weekday,
       doc("Day of the week, Monday is 1", "Veckodag, måndag är 1").at_least(1).at_most(7));
  file("hours", row.hours,
       doc("Hours measured; the end of the run may cut the last day",
           "Timmar som mäts; körningens slut kan kapa det sista dygnet")
           .positive()
           .at_most(24));
  file("setting", row.setting, doc("Setting", "Plats"));
  for (std::size_t i = 0; i < row.numbers.size(); ++i) {
    file.object(scenarios::name_of(static_cast<care::DayNumber>(i)),
                [&] { fields(file, row.numbers[i]); });
  }
}

/// All of the file but its format mark.
template <class Archive, Like<care::Results> S>
void fields(Archive& file, S& results) {
  const auto record = [&file](auto& row) { fields(file, row); };
  file.object("identity", [&] { fields(file, results.identity); });
  file.list("audit", results.audit, record,
            doc("What the program checked of itself", "Vad programmet prövade av sig självt"));
  file("warnings", results.warnings, doc("Warnings", "Varningar"));
  file.list("targets", results.targets, record, doc("Targets of the scenario", "Scenariots mål"));
  file.list_unless_empty("plausible", results.plausible, record,
                         doc("Figures of teams beside the ranges in which the scenario expects "
                             "them",
                             "Arbetslagens tal bredvid de intervall där scenariot väntar dem"));
  file.list(
      "metrics", results.metrics,
      [&file](auto& metric) {
        fields(file, metric.key);
        fields(file, metric);
      },
      doc("Figures", "Tal"));
  file.list(
      "weekly", results.weekly,
      [&](auto& series) {
        fields(file, series.key);
        file.list("points", series.points, record, doc("Week by week", "Vecka för vecka"));
      },
      doc("Figures through time", "Tal genom tiden"));
  file.list("ledger", results.ledger, record,
            doc("Who provides what, and kronor", "Vem som står för vad, och kronor"));
  file.list("occupancy", results.occupancy, record,
            doc("Time at each number of patients", "Tid vid varje antal patienter"));
  file.list(
      "exceedance", results.exceedance,
      [&](auto& curve) {
        file("municipality", curve.municipality, doc("Municipality", "Kommun"));
        file("role", curve.role, doc("Staff role", "Yrke"));
        file.list("points", curve.points, record,
                  doc("From mild to severe", "Från lindrig till svår"));
      },
      doc("How deep a season's worst shortage goes", "Hur djup en säsongs värsta brist blir"));
  file.list_unless_empty("states", results.states, record,
                         doc("The state of every setting at the moments that the scenario chose",
                             "Läget i varje vårdform vid de ögonblick som scenariot valt"));
  file.list_unless_empty("daily", results.daily, record,
                         doc("Settings that the scenario chose, day by day: means over the day, "
                             "and how many came and left",
                             "Vårdformer som scenariot valt, dygn för dygn: medelvärden över "
                             "dygnet, och hur många som "
                             "kom och gick"));
}

}  // namespace viz
