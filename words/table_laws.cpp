// SPDX-License-Identifier: Apache-2.0

// What is wrong with the parameters of a distribution, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto laws_entries = std::to_array<CatalogEntry>({
    {"law.a_undetermined", "en fördelning av slaget {family} bestäms inte av {form}",
     "a {family} distribution is not determined by {form}"},
    {"law.above_0", "ett tal över 0", "a number above 0"},
    {"law.above_lower", "minst den nedre gränsen {lower}", "at least the lower bound {lower}"},
    {"law.above_minimum", "ett tal över det minsta, {minimum}",
     "a number above the minimum {minimum}"},
    {"law.already_rounded",
     "den är redan avrundad till steg om {old}, och {step} är varken en multipel eller en del av "
     "det",
     "it is already rounded to steps of {old}, of which {step} is neither a multiple nor a part"},
    {"law.an_undetermined", "en fördelning av slaget {family} bestäms inte av {form}",
     "an {family} distribution is not determined by {form}"},
    {"law.at_least_0", "ett tal som är minst 0", "a number of at least 0"},
    {"law.beyond_shapes",
     "ingen fördelning av slaget {family} med en formparameter från 0.02 till 10000 passar de här "
     "talen",
     "no {family} distribution with a shape from 0.02 to 10000 fits these numbers"},
    {"law.billionth", "minst en miljarddel av medelvärdet", "at least a billionth of the mean"},
    {"law.components", "komponenterna", "components"},
    {"law.exponential_cv",
     "en exponentialfördelnings standardavvikelse är lika med dess medelvärde, så "
     "variationskoefficienten är 1, fick {cv}",
     "the sd of an exponential equals its mean, so its cv is 1, got {cv}"},
    {"law.exponential_median",
     "en exponentialfördelnings median är 0.693 gånger dess medelvärde, här {here}, fick {got}",
     "the median of an exponential is 0.693 times its mean, here {here}, got {got}"},
    {"law.exponentials",
     "de två kvantilerna kräver olika exponentialfördelningar, med medelvärdena {one} och {other}",
     "the two quantiles call for different exponentials, with means {one} and {other}"},
    {"law.finite", "ett ändligt tal", "a finite number"},
    {"law.from_to", "från {low} till {high}", "from {low} to {high}"},
    {"law.mean_and_shape", "medelvärde och formparameter", "a mean and a shape"},
    {"law.median_and_mean", "median och medelvärde, som är lika",
     "its median and mean, which are equal"},
    {"law.median_and_shape", "median och formparameter", "a median and a shape"},
    {"law.median_below_mean",
     "medianen måste vara under medelvärdet för slaget {family}, fick medianen {median} och "
     "medelvärdet {mean}",
     "the median must be below the mean for a {family}, got median {median} and mean {mean}"},
    {"law.most_cv",
     "standardavvikelsen får vara högst en miljon gånger medelvärdet, fick variationskoefficienten "
     "{cv}",
     "the sd must be at most a million times the mean, got a cv of {cv}"},
    {"law.must", "{what} måste vara {be}, fick {got}", "{what} must be {be}, got {got}"},
    {"law.no_components", "det måste finnas minst en komponent",
     "there must be at least one component"},
    {"law.no_spread", " (utan spridning: ett fast värde)", " (for no spread use a fixed value)"},
    {"law.no_values", "det måste finnas minst ett värde", "there must be at least one value"},
    {"law.no_weight", "minst en vikt måste vara över 0 och deras summa ändlig",
     "at least one weight must be above 0 and their sum finite"},
    {"law.normal_below_0",
     "{percent} % av den ligger under 0: skriv \"lower\": 0 för att skära av den där (då blir "
     "medelvärdet {mean}), eller ta gamma eller lognormal",
     "{percent} % of it lies below 0: write \"lower\": 0 to cut it there (the mean is then "
     "{mean}), or take gamma or lognormal"},
    {"law.one_weight", "det måste finnas en vikt för var och en av de {n} {things}, fick {got}",
     "there must be one weight for each of the {n} {things}, got {got}"},
    {"law.outside", "inget av fördelningen ligger mellan gränserna",
     "none of the distribution lies between the bounds"},
    {"law.outside_bounds", "inget av fördelningen ligger mellan gränserna {lower} och {upper}",
     "none of the distribution lies between the bounds {lower} and {upper}"},
    {"law.quantile_order",
     "kvantilen vid {second} måste vara över den vid {first}, fick {above} och {below}",
     "the quantile at {second} must be above that at {first}, got {above} and {below}"},
    {"law.quantile_p", "en kvantils p måste ligga mellan 0 och 1, fick {got}",
     "the p of a quantile must lie between 0 and 1, got {got}"},
    {"law.same_p", "de två kvantilerna måste ha olika p, fick {got} två gånger",
     "the two quantiles must have different p, got {got} twice"},
    {"law.to_20", "över 0 och högst 20", "above 0 and at most 20"},
    {"law.too_large",
     "de här parametrarna ger ett medelvärde eller en varians som är för stora att räkna med",
     "these parameters give a mean or a variance that is too large to compute with"},
    {"law.uniform_below_0",
     "en likformig fördelning genom de här kvantilerna börjar under 0, vid {begin}",
     "a uniform distribution through these quantiles begins below 0, at {begin}"},
    {"law.uniform_sd",
     "en likformig fördelning med medelvärdet {mean} och standardavvikelsen {sd} börjar under 0; "
     "standardavvikelsen kan vara högst medelvärdet delat med roten ur 3",
     "a uniform distribution with mean {mean} and sd {sd} begins below 0; its sd can be at most "
     "the mean divided by the root of 3"},
    {"law.values", "värdena", "values"},
    {"parameter.a_value", "ett värde", "a value"},
    {"parameter.a_weight", "en vikt", "a weight"},
    {"parameter.cv", "variationskoefficienten", "the cv"},
    {"parameter.lower", "den nedre gränsen", "the lower bound"},
    {"parameter.maximum", "det största", "the maximum"},
    {"parameter.mean", "medelvärdet", "the mean"},
    {"parameter.median", "medianen", "the median"},
    {"parameter.minimum", "det minsta", "the minimum"},
    {"parameter.mode", "typvärdet", "the mode"},
    {"parameter.mu", "mu", "mu"},
    {"parameter.quantile", "värdet av en kvantil", "the value of a quantile"},
    {"parameter.rate", "takten", "the rate"},
    {"parameter.scale", "skalan", "the scale"},
    {"parameter.sd", "standardavvikelsen", "the sd"},
    {"parameter.shape", "formparametern", "the shape"},
    {"parameter.sigma", "sigma", "sigma"},
    {"parameter.step", "steget", "the step"},
    {"parameter.upper", "den övre gränsen", "the upper bound"},
    {"parameter.value", "värdet", "the value"},
});

}  // namespace

std::span<const CatalogEntry> laws_table() { return laws_entries; }

}  // namespace words
