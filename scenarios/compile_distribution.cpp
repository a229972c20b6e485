// SPDX-License-Identifier: Apache-2.0
#include "scenarios/compile_distribution.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/csv.hpp"
#include "scenarios/field.hpp"
#include "sim/distribution_forms.hpp"

namespace scenarios {
namespace {

using Kind = DistributionSpec::Kind;
using Made = sim::Result<sim::Distribution>;

/// The parameters that the spec gives, in the order of the language.
ParameterForm given_parameters(const DistributionSpec& s) {
  ParameterForm given;
  const auto note = [&](bool present, std::string_view name) {
    if (present) given.push_back(name);
  };
  note(s.value.has_value(), "value");
  note(s.mean.has_value(), "mean");
  note(s.sd.has_value(), "sd");
  note(s.cv.has_value(), "cv");
  note(s.median.has_value(), "median");
  note(s.shape.has_value(), "shape");
  note(s.rate.has_value(), "rate");
  note(s.scale.has_value(), "scale");
  note(s.mu.has_value(), "mu");
  note(s.sigma.has_value(), "sigma");
  note(s.min.has_value(), "min");
  note(s.mode.has_value(), "mode");
  note(s.max.has_value(), "max");
  note(!s.quantiles.empty(), "quantiles");
  note(!s.values.empty(), "values");
  note(!s.file.empty(), "file");
  note(!s.column.empty(), "column");
  note(!s.weights.empty(), "weights");
  note(!s.components.empty(), "components");
  return given;
}

/// "mean and sd"; the parameters of a form in words.
words::Text in_words(const ParameterForm& form) {
  if (form.empty()) return nothing();
  words::Text text;
  for (const std::string_view name : form) {
    if (!text.en.empty()) text = text + say("law.and");
    text = text + verbatim(name);
  }
  return text;
}

words::Text forms_in_words(Kind kind) {
  words::Text text;
  for (const ParameterForm& form : parameter_forms(kind)) {
    if (!text.en.empty()) text = text + say("law.or");
    text = text + in_words(form);
  }
  return text;
}

bool fits_a_form(Kind kind, const ParameterForm& given) {
  const auto forms = parameter_forms(kind);
  return std::any_of(forms.begin(), forms.end(), [&](const ParameterForm& form) {
    return form.size() == given.size() &&
           std::is_permutation(form.begin(), form.end(), given.begin());
  });
}

sim::Family family_of(Kind kind) {
  switch (kind) {
    case Kind::Gamma:
      return sim::Family::Gamma;
    case Kind::Weibull:
      return sim::Family::Weibull;
    case Kind::Lognormal:
      return sim::Family::Lognormal;
    case Kind::Uniform:
      return sim::Family::Uniform;
    default:
      return sim::Family::Exponential;
  }
}

Made make_mixture(const DistributionSpec& spec) {
  std::vector<sim::Distribution> parts;
  for (const DistributionSpec& component : spec.components) {
    auto part = to_distribution(component);
    if (auto* const fault = std::get_if<words::Text>(&part)) {
      return sim::Fault{say("law.component", {{"fault", *fault}})};
    }
    const double units = sim::in_units(unit_duration(component.unit), unit_duration(spec.unit));
    auto scaled = std::get<sim::Distribution>(part).scaled(units);
    if (!scaled) return scaled;
    parts.push_back(std::move(scaled).value());
  }
  if (spec.weights.size() != parts.size()) {
    return sim::Fault{say("law.weights_and_components",
                          {{"weights", spec.weights.size()}, {"parts", parts.size()}})};
  }
  return sim::Distribution::mixture(spec.weights, parts);
}

Made make_empirical(const DistributionSpec& spec) {
  if (!spec.file.empty()) {
    std::vector<Issue> issues;
    const auto values = sample_values(spec, issues);
    if (!issues.empty()) return sim::Fault{verbatim(issues.front().text())};
    return sim::Distribution::empirical(values);
  }
  if (!spec.weights.empty() && spec.weights.size() != spec.values.size()) {
    return sim::Fault{say("law.weights_and_values",
                          {{"weights", spec.weights.size()}, {"values", spec.values.size()}})};
  }
  return sim::Distribution::empirical(spec.values, spec.weights);
}

Made make_from_quantiles(const DistributionSpec& spec) {
  if (spec.quantiles.size() != 2) {
    return sim::Fault{say("law.two_quantiles", {{"n", spec.quantiles.size()}})};
  }
  const auto [first, second] = std::pair(spec.quantiles[0], spec.quantiles[1]);
  return sim::from_quantiles(family_of(spec.kind), {first.p, first.x}, {second.p, second.x});
}

/// A normal of stays must lie above 0 but for a thousandth; a modeller who wants it cut there says so.
Made make_normal(const DistributionSpec& s) {
  constexpr double most_below = 0.001;
  const double sd = s.sd ? *s.sd : *s.cv * *s.mean;
  auto made = sim::Distribution::normal(*s.mean, sd);
  if (!made || s.lower) return made;
  const double below = std::erfc(*s.mean / sd / std::sqrt(2.0)) / 2;
  if (below <= most_below) return made;
  return sim::Fault{say("law.normal_below_0", {{"percent", fmt::format("{:.1f}", 100 * below)},
                                               {"mean", fmt::format("{:.3g}", made->mean())}})};
}

/// A family of one or two parameters, given by one of its forms.
Made make_family(const DistributionSpec& s) {
  const sim::Family family = family_of(s.kind);
  if (!s.quantiles.empty()) return make_from_quantiles(s);
  if (s.kind == Kind::Uniform && s.min) return sim::Distribution::uniform(*s.min, *s.max);
  if (s.kind == Kind::Exponential) {
    if (s.rate) return sim::exponential_from_rate(*s.rate);
    if (s.median) return sim::exponential_from_median(*s.median);
    return sim::Distribution::exponential(*s.mean);
  }
  if (s.mean && s.sd) return sim::from_mean_sd(family, *s.mean, *s.sd);
  if (s.mean && s.cv) return sim::from_mean_cv(family, *s.mean, *s.cv);
  if (s.mean && s.median) return sim::from_median_mean(family, *s.median, *s.mean);
  if (s.shape && s.rate) {
    return s.kind == Kind::Gamma ? sim::Distribution::gamma(*s.shape, 1 / *s.rate)
                                 : sim::Distribution::weibull(*s.shape, 1 / *s.rate);
  }
  if (s.shape && s.scale) {
    return s.kind == Kind::Gamma ? sim::Distribution::gamma(*s.shape, *s.scale)
                                 : sim::Distribution::weibull(*s.shape, *s.scale);
  }
  if (s.mu && s.sigma) return sim::Distribution::lognormal(*s.mu, *s.sigma);
  const double shape = s.sigma ? *s.sigma : *s.shape;
  return s.mean ? sim::from_mean_shape(family, *s.mean, shape)
                : sim::from_median_shape(family, *s.median, shape);
}

/// Precondition: the parameters are one of the kind's forms.
Made make(const DistributionSpec& s) {
  switch (s.kind) {
    case Kind::Fixed:
      return sim::Distribution::fixed(*s.value);
    case Kind::Normal:
      return make_normal(s);
    case Kind::Triangular:
      return sim::Distribution::triangular(*s.min, *s.mode, *s.max);
    case Kind::Empirical:
      return make_empirical(s);
    case Kind::Mixture:
      return make_mixture(s);
    default:
      return make_family(s);
  }
}

bool is_parameter_of(Kind kind, std::string_view name) {
  for (const ParameterForm& form : parameter_forms(kind)) {
    if (std::find(form.begin(), form.end(), name) != form.end()) return true;
  }
  return false;
}

std::string all_parameters_of(Kind kind) {
  std::vector<std::string_view> names;
  for (const ParameterForm& form : parameter_forms(kind)) {
    for (const std::string_view name : form) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

sim::Duration unit_duration(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Minutes:
      return sim::minute;
    case TimeUnit::Hours:
      return sim::hour;
    case TimeUnit::Weeks:
      return 7 * sim::day;
    case TimeUnit::Years:
      return 365 * sim::day;
    case TimeUnit::Days:
      break;
  }
  return sim::day;
}

bool is_unset(const DistributionSpec& spec) {
  return spec.kind == Kind::Fixed && given_parameters(spec).empty();
}

std::span<const ParameterForm> parameter_forms(DistributionSpec::Kind kind) {
  static const std::array<std::vector<ParameterForm>, names_of<Kind>.size()> forms{{
      {{"value"}},
      {{"mean"}, {"rate"}, {"median"}, {"quantiles"}},
      {{"mean", "sd"},
       {"mean", "cv"},
       {"mean", "median"},
       {"shape", "rate"},
       {"shape", "scale"},
       {"mean", "shape"},
       {"median", "shape"},
       {"quantiles"}},
      {{"mean", "sd"},
       {"mean", "cv"},
       {"mean", "median"},
       {"shape", "rate"},
       {"shape", "scale"},
       {"mean", "shape"},
       {"median", "shape"},
       {"quantiles"}},
      {{"mean", "sd"},
       {"mean", "cv"},
       {"mean", "median"},
       {"mean", "sigma"},
       {"median", "sigma"},
       {"mu", "sigma"},
       {"quantiles"}},
      {{"mean", "sd"}, {"mean", "cv"}},
      {{"min", "mode", "max"}},
      {{"min", "max"}, {"mean", "sd"}, {"mean", "cv"}, {"quantiles"}},
      {{"values"}, {"values", "weights"}, {"file"}, {"file", "column"}},
      {{"components", "weights"}},
  }};
  return forms[static_cast<std::size_t>(kind)];
}

std::variant<sim::Distribution, words::Text> to_distribution(const DistributionSpec& spec) {
  const ParameterForm given = given_parameters(spec);
  if (!fits_a_form(spec.kind, given)) {
    return say("law.takes", {{"kind", name_of(spec.kind)},
                             {"forms", forms_in_words(spec.kind)},
                             {"given", in_words(given)}});
  }
  Made made = make(spec);
  if (made) made = sim::shaped(*made, {spec.step, spec.lower, spec.upper, spec.factor});
  if (!made) return made.error();
  return std::move(made).value();
}

bool reads_file(const DistributionSpec& spec) {
  return !spec.file.empty() ||
         std::any_of(spec.components.begin(), spec.components.end(), reads_file);
}

std::vector<Issue> check_distribution(const DistributionSpec& spec, const std::string& pointer) {
  std::vector<Issue> issues;
  const auto add = [&](const std::string& at, words::Text expected, words::Text got) {
    issues.push_back({"", at, std::move(expected), std::move(got)});
  };
  const ParameterForm given = given_parameters(spec);
  if (spec.scale && !spec.shape) {  // it once multiplied, and in other programs does
    add(child_pointer(pointer, "scale"), say("expected.factor_not_scale"), quotation("scale"));
    return issues;
  }
  for (const std::string_view name : given) {
    if (is_parameter_of(spec.kind, name)) continue;
    add(child_pointer(pointer, name),
        say("expected.only_parameters",
            {{"list", all_parameters_of(spec.kind)}, {"kind", name_of(spec.kind)}}),
        quotation(name));
  }
  if (!issues.empty()) return issues;
  if (!fits_a_form(spec.kind, given)) {
    add(pointer,
        say("expected.parameters",
            {{"forms", forms_in_words(spec.kind)}, {"kind", name_of(spec.kind)}}),
        in_words(given));
    return issues;
  }
  for (std::size_t i = 0; i < spec.components.size(); ++i) {
    const std::string below = fmt::format("{}/components/{}", pointer, i);
    for (Issue& issue : check_distribution(spec.components[i], below)) {
      issues.push_back(std::move(issue));
    }
  }
  if (!issues.empty() || reads_file(spec)) return issues;
  if (const auto made = to_distribution(spec);
      const auto* fault = std::get_if<words::Text>(&made)) {
    add(pointer, say("expected.sound_parameters", {{"kind", name_of(spec.kind)}}),
        say("got.unsound_parameters", {{"fault", *fault}}));
  }
  return issues;
}

}  // namespace scenarios
