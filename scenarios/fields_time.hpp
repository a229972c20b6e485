// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of distributions, calendars and intensities; see fields.hpp.

#include "scenarios/field.hpp"

namespace scenarios {

template <class Archive, Like<DistributionSpec::Quantile> S>
void fields(Archive& a, S& s) {
  a.about("quantile", "A share of the values at or below a value",
          "En andel av värdena som är högst ett värde");
  a("p", s.p,
    doc("Share of the values that are at most x", "Andel av värdena som är högst x")
        .at_least(0)
        .at_most(1)
        .required());
  a("x", s.x, doc("The value", "Värdet").unit("unit of the distribution").required());
}

/// Unit of what is a length in the unit that the distribution says.
inline constexpr auto own_unit = "unit of the distribution";

/// The parameters of the families.
template <class Archive, class S>
void family_fields(Archive& a, S& s) {
  a("value", s.value,
    doc("The constant of kind fixed", "Konstanten när kind är fixed").unit(own_unit));
  a("mean", s.mean, doc("Mean", "Medelvärde").unit(own_unit));
  a("sd", s.sd, doc("Standard deviation", "Standardavvikelse").unit(own_unit).at_least(0));
  a("cv", s.cv,
    doc("Coefficient of variation: sd / mean", "Variationskoefficient: sd / mean").at_least(0));
  a("median", s.median, doc("Median", "Median").unit(own_unit));
  a("shape", s.shape,
    doc("Shape parameter (gamma, Weibull)", "Formparameter (gamma, Weibull)").positive());
  a("rate", s.rate,
    doc("Rate: 1 / mean (exponential), 1 / scale (gamma, Weibull)",
        "Intensitet: 1 / medelvärde (exponential), 1 / skala (gamma, Weibull)")
        .unit("per unit")
        .positive());
  a("scale", s.scale,
    doc("Scale parameter (gamma, Weibull), with shape", "Skalparameter (gamma, Weibull), med shape")
        .unit(own_unit)
        .positive());
  a("mu", s.mu,
    doc("Mean of the logarithm of the length in its unit (lognormal), with sigma",
        "Medelvärde av logaritmen av längden i sin enhet (lognormal), med sigma"));
  a("sigma", s.sigma,
    doc("Standard deviation of the logarithm (lognormal)",
        "Logaritmens standardavvikelse (lognormal)")
        .at_least(0));
  a("min", s.min,
    doc("Smallest value (triangular, uniform)", "Minsta värde (triangular, uniform)")
        .unit(own_unit));
  a("mode", s.mode,
    doc("Most likely value (triangular)", "Vanligaste värde (triangular)").unit(own_unit));
  a("max", s.max,
    doc("Largest value (triangular, uniform)", "Största värde (triangular, uniform)")
        .unit(own_unit));
}

template <class Archive, Like<DistributionSpec> S>
void fields(Archive& a, S& s) {
  a.about("distribution", "A probability distribution, given by the parameters people have",
          "En sannolikhetsfördelning, given med de mått man har");
  a("kind", s.kind, doc("Family", "Fördelningsfamilj").required().choice());
  a("unit", s.unit,
    doc("Unit of every length in it; a year is 365 days; absent in a component: as the mixture",
        "Enhet för alla längder i den; ett år är 365 dygn; saknas i en del: som blandningen")
        .choice());
  family_fields(a, s);
  a("quantiles", s.quantiles,
    doc("Two quantiles that fix a family of two parameters",
        "Två kvantiler som bestämmer en familj med två parametrar"));
  a("values", s.values, doc("Values (empirical)", "Värden (empirical)").unit(own_unit));
  a("file", s.file,
    doc("CSV with a column of values, each equally likely (empirical), instead of values; path "
        "from "
        "this file",
        "CSV med en kolumn av värden, alla lika sannolika (empirical), i stället för values; "
        "sökväg "
        "från denna fil")
        .path()
        .choice());
  a("column", s.column,
    doc("The column of the file; absent where it has only one",
        "Filens kolumn; saknas om den bara har en")
        .choice());
  a("weights", s.weights,
    doc("Weights of the values or components; need not sum to 1",
        "Vikter för värden eller delar; behöver inte summera till 1")
        .at_least(0));
  a("components", s.components,
    doc("Distributions that are mixed; each in its own unit",
        "Fördelningar som blandas; var och en i sin enhet"));
  a("lower", s.lower,
    doc("Truncation from below: the distribution given that it is at least this",
        "Avskuren nedåt: fördelningen givet att värdet är minst detta")
        .unit(own_unit));
  a("upper", s.upper, doc("Truncation from above", "Avskuren uppåt").unit(own_unit));
  a("step", s.step,
    doc("Drawn values are rounded up to whole multiples of this",
        "Dragna värden avrundas uppåt till hela multiplar av detta")
        .unit(own_unit)
        .positive());
  a("factor", s.factor,
    doc("Multiplies every drawn value; 0.9 is 10 % shorter",
        "Multiplicerar varje draget värde; 0.9 är 10 % kortare")
        .positive());
}

template <class Archive, Like<CalendarRule> S>
void fields(Archive& a, S& s) {
  a.about(
      "calendar_rule",
      "An exception to the normal value; all that is given must hold, the first that matches wins",
      "Ett undantag från normalvärdet; allt som anges ska gälla, den första som passar gäller");
  a("from", s.from, doc("First date", "Första datum").unit("date").choice());
  a("to", s.to, doc("Last date, included", "Sista datum, medräknat").unit("date").choice());
  a("weeks", s.weeks,
    doc("First and last ISO week, included; [49, 9] goes over the new year",
        "Första och sista ISO-vecka, medräknade; [49, 9] går över nyår")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
  a("days", s.days,
    doc("Kinds of day; a public holiday is only holiday", "Slags dag; en helgdag är bara holiday")
        .choice());
  a("hours", s.hours,
    doc("From and to (not included) hour of the day; [22, 7] goes over midnight and belongs to the "
        "day, week and date on which it begins",
        "Från och till (ej medräknad) timme på dygnet; [22, 7] går över midnatt och hör till den "
        "dag, vecka och det datum då det börjar")
        .unit("hour of day")
        .at_least(0)
        .at_most(24)
        .choice());
  a("value", s.value,
    doc("The value while the rule holds", "Värdet medan regeln gäller").at_least(0).or_unlimited());
  a("factor", s.factor,
    doc("Multiple of the normal value, instead of value",
        "Multipel av normalvärdet, i stället för value")
        .at_least(0));
}

template <class Archive, Like<Calendar> S>
void fields(Archive& a, S& s) {
  a.about("calendar", "A value that changes with the calendar; a plain number is the normal value",
          "Ett värde som följer kalendern; ett ensamt tal är normalvärdet");
  a("normal", s.normal,
    doc("Value when no rule matches", "Värde när ingen regel passar").at_least(0).or_unlimited());
  a("changes", s.changes,
    doc("Exceptions, the first that matches wins; or the name of a list of them in calendars",
        "Undantag, det första som passar gäller; eller namnet på en lista av dem i calendars")
        .or_name_in("calendars"));
}

template <class Archive, Like<Intensity::Sinusoid> S>
void fields(Archive& a, S& s) {
  a.about("sinusoid", "A smooth season", "En jämn säsongsvariation");
  a("amplitude", s.amplitude,
    doc("Height over the mean, relative", "Höjd över medel, relativ")
        .at_least(0)
        .at_most(1)
        .required());
  a("period_days", s.period_days,
    doc("Length of a period", "Periodens längd").unit("days").at_least(0.01).at_most(1e6));
  a("peak_day", s.peak_day,
    doc("Day after the start of the run at which it peaks",
        "Dag efter körningens start då den är högst")
        .unit("days"));
}

template <class Archive, Like<Intensity> S>
void fields(Archive& a, S& s) {
  a.about("intensity", "How a rate varies in time; the factors multiply each other",
          "Hur en intensitet varierar i tiden; faktorerna multipliceras");
  a("calendar", s.calendar,
    doc("Factor by dates, weeks, days and hours", "Faktor efter datum, vecka, dag och timme"));
  a("by_hour", s.by_hour,
    doc("24 factors, from hour 0", "24 faktorer, från timme 0").at_least(0).size(24));
  a("by_weekday", s.by_weekday,
    doc("7 factors from Monday; a holiday counts as Sunday",
        "7 faktorer från måndag; helgdag räknas som söndag")
        .at_least(0)
        .size(7));
  a("by_week", s.by_week,
    doc("53 factors, ISO weeks", "53 faktorer, ISO-veckor").at_least(0).size(53));
  a("sinusoid", s.sinusoid, doc("Smooth season", "Jämn säsongsvariation"));
  a("growth_per_year", s.growth_per_year,
    doc("Continuous growth; 0.02 is +2 % a year", "Kontinuerlig tillväxt; 0.02 är +2 % per år")
        .unit("per year")
        .at_least(-0.99)
        .at_most(1));
  a("normalise", s.normalise,
    doc("Scale the factors so that their mean over the measured days is 1; where a file has the "
        "expected number of every day, so that it is 1 on each day",
        "Skala faktorerna så att deras medel över de mätta dagarna är 1; där en fil har det "
        "förväntade antalet för varje dygn, så att det är 1 varje dygn")
        .choice());
}

}  // namespace scenarios
