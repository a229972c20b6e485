// SPDX-License-Identifier: Apache-2.0
#include "scenarios/decode.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "scenarios/archive.hpp"
#include "scenarios/decode_cursor.hpp"
#include "scenarios/fields.hpp"
#include "scenarios/number_words.hpp"

namespace scenarios {
namespace {

constexpr std::string_view row_name = "name";
constexpr std::size_t most_names = 1000;      // in one object
constexpr std::size_t most_rows = 5000;       // in one list of objects
constexpr std::size_t most_values = 100'000;  // in one list of numbers or texts

template <class Range>
std::vector<std::string> strings(const Range& names) {
  return {names.begin(), names.end()};
}

/// The archive that fills structs from JSON.
class Reader {
 public:
  Reader(const Document& document, std::map<std::string, Provenance>& provenance,
         std::vector<Issue>& errors, std::vector<Issue>& warnings)
      : cursor_(document, provenance, errors, warnings) {}

  template <class Root>
  void read_root(Root& root) {
    known_ = {"$schema"};
    rows_have_names_ = std::is_same_v<Root, Scenario>;
    cursor_.enter_object();
    fields(*this, root);
    report_unknown_keys();
  }

  /// The files that were named, as paths.
  [[nodiscard]] const std::vector<std::string>& named_files() const { return named_files_; }

  void about(std::string_view /*name*/, std::string_view /*english*/,
             std::string_view /*swedish*/) {}

  template <class T>
  void operator()(std::string_view key, T& member, const Field& field) {
    known_.emplace_back(key);
    const Json* const node = find(cursor_.node(), key);
    if (node == nullptr) {
      if (field.is_required && !(key == "kind" && kind_is_known_)) {
        cursor_.report_at(key, required<T>(), nothing());
      }
      return;
    }
    below(key, *node, [&] {
      read(member, field);
      if (field.is_path) resolve_path(member);
    });
  }

 private:
  /// What a required member can be.
  template <class T>
  static words::Text required() {
    if constexpr (std::is_enum_v<T>) {
      return one_of(strings(names_of<T>));
    } else {
      return say("expected.required");
    }
  }

  template <class Body>
  void below(std::string_view key, const Json& node, Body body) {
    cursor_.below(key, node, body);
  }
  void report(words::Text expected, words::Text got) {
    cursor_.report(std::move(expected), std::move(got));
  }

  // ------------------------------------------------------------ kinds of member

  template <class T>
  void read(T& value, const Field& field) {
    if constexpr (std::is_same_v<T, double> || std::is_same_v<T, int>) {
      if (cursor_.unwrap(true)) read_number(value, field);
    } else if constexpr (std::is_same_v<T, bool>) {
      if (cursor_.unwrap(false)) read_bool(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (cursor_.unwrap(false)) read_string(value, field);
    } else if constexpr (std::is_enum_v<T>) {
      if (cursor_.unwrap(false)) read_enum(value);
    } else if constexpr (std::is_same_v<T, sim::Date>) {
      if (cursor_.unwrap(false)) read_date(value);
    } else if constexpr (is_optional<T>) {
      // Not emplace(): clang 14 takes a nested struct with default values for one without
      // constructor.
      value = typename T::value_type{};
      read(*value, field);
    } else if constexpr (std::is_same_v<T, Assignment>) {
      read_assignment(value, field);
    } else if constexpr (is_named<T>) {
      read_named(value, field);
    } else if constexpr (is_list<T>) {
      read_list(value, field);
    } else if constexpr (is_pair_of<T>) {
      read_pair(value, field);
    } else {
      read_struct(value, field);
    }
  }

  void read_struct(Text& value, const Field& field) {
    if (cursor_.node().is_object() && !cursor_.node().contains("value")) {
      read_record(value);
    } else if (cursor_.unwrap(false)) {
      read_string(value.sv, field);
      value.en = value.sv;
    }
    if (field.is_required && value.sv.empty() && cursor_.node().is_string()) {
      report(say("expected.text"), quotation(""));
    }
  }

  void read_struct(Calendar& value, const Field& field) {
    if (cursor_.node().is_object() && !cursor_.node().contains("value")) {
      calendar_field_ = &field;
      read_record(value);
      calendar_field_ = nullptr;
    } else if (cursor_.unwrap(true)) {
      read_level(value.normal, field, say("expected.or_calendar"));
    }
  }

  /// A component without a unit has that of its mixture.
  void read_struct(DistributionSpec& value, const Field& field) {
    value.unit = enclosing_ != nullptr ? enclosing_->unit : field.default_unit;
    if (field.default_kind) value.kind = *field.default_kind;
    const bool outer_known = std::exchange(kind_is_known_, field.default_kind.has_value());
    const DistributionSpec* const outer = std::exchange(enclosing_, &value);
    read_record(value);
    enclosing_ = outer;
    kind_is_known_ = outer_known;
  }

  void read_struct(Condition& value, const Field& /*field*/) {
    for_each_name([&](const std::string& name) {
      auto& accepted = value.all.emplace_back(name, std::vector<std::string>{}).second;
      const Json& node = cursor_.node();
      const bool list =
          node.is_array() && !node.empty() &&
          std::all_of(node.begin(), node.end(), [](const Json& item) { return item.is_string(); });
      if (node.is_string()) {
        accepted = {node.get<std::string>()};
      } else if (list) {
        accepted = node.get<std::vector<std::string>>();
      } else {
        report(say("expected.value_or_list"), described(node));
      }
    });
  }

  template <class T>
  void read_struct(T& value, const Field& /*field*/) {
    read_record(value);
  }

  template <class T>
  void read_record(T& value) {
    if (!require_object()) return;
    cursor_.enter_object();
    std::vector<std::string> outer = std::exchange(known_, {});
    if (std::exchange(in_row_, false)) known_.emplace_back(row_name);
    fields(*this, value);
    report_unknown_keys();
    known_ = std::move(outer);
  }

  template <class T>
  void read_named(Named<T>& value, const Field& field) {
    if (field.is_mix) {
      const auto shares = percents(cursor_.node());
      if (!shares.empty()) return report(say("expected.sum_1"), told_percents(shares));
    }
    if (field.most > 0 && !few_enough(field.most)) return;
    const std::size_t sound = cursor_.errors();
    std::vector<std::size_t> rests;
    for_each_name([&](const std::string& name) {
      T& member = value.emplace_back(name, T{}).second;
      if (field.is_mix && cursor_.node() == "rest") {
        rests.push_back(value.size() - 1);
        if (rests.size() > 1) report(say("expected.one_rest"), described(cursor_.node()));
        return;
      }
      read(member, element_of(field));
    });
    if constexpr (std::is_same_v<T, double>) {
      if (!field.is_mix || cursor_.errors() != sound) return;
      if (rests.empty()) return check_sum(value);
      value[rests.front()].second = rest_of(value);
    }
    if (field.is_filled && value.empty() && cursor_.node().is_object()) {
      report(say("expected.a_member"), say("got.empty_object"));
    }
  }

  void read_assignment(Assignment& value, const Field& field) {
    for_each_name([&](const std::string& name) {
      Mix& mix = value.emplace_back(name, Mix{}).second;
      if (cursor_.node().is_string()) {
        mix = {{cursor_.node().get<std::string>(), 1.0}};
      } else if (cursor_.node().is_object()) {
        read_named(mix, field.mix());
      } else {
        report(say("expected.value_or_mix"), described(cursor_.node()));
      }
    });
    if (field.is_filled && value.empty() && cursor_.node().is_object()) {
      report(say("expected.an_attribute"), say("got.empty_object"));
    }
  }

  template <class T>
  void read_list(std::vector<T>& value, const Field& field) {
    constexpr bool plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;
    constexpr bool text = std::is_same_v<T, std::string>;
    if (plain || text) {
      if (!cursor_.unwrap(std::is_arithmetic_v<T>)) return;
    }
    const Json& node = cursor_.node();
    if (!field.named_in.empty() && node.is_string()) return read_named_list(value, field);
    const bool single =
        plain || text ? node.is_string() && !std::is_arithmetic_v<T> : node.is_object();
    if (node.is_array()) {
      if (!few_enough(field.most > 0 ? field.most : plain || text ? most_values : most_rows))
        return;
      read_elements(value, field);
    } else if (single) {
      read_single(value, field);
    } else {
      report(say(std::is_arithmetic_v<T> ? "expected.list_of_numbers" : "expected.list"),
             described(node));
      return;
    }
    if constexpr (std::is_same_v<T, std::string>) {
      // Where one stands for a list, an empty text stands for none.
      if (field.is_alone && value.size() == 1 && value.front().empty()) value.clear();
    }
    if (field.is_filled && value.empty())
      report(say("expected.filled_list"), say("got.empty_list"));
    if (field.length > 0 && value.size() != field.length) {
      report(say("expected.list_of", {{"n", field.length}}), described(node));
    }
  }

  /// The list that a name stands for in another member of the file.
  template <class T>
  void read_named_list(std::vector<T>& value, const Field& field) {
    const auto& name = cursor_.node().get_ref<const std::string&>();
    const Json* const lists = find(cursor_.root(), field.named_in);
    const Json* const list = lists != nullptr && lists->is_object() ? find(*lists, name) : nullptr;
    if (list == nullptr || !(list->is_array() || list->is_object())) {
      const auto known =
          lists != nullptr && lists->is_object() ? names_in(*lists) : std::vector<std::string>{};
      return report(
          say("expected.list_or_name", {{"member", field.named_in}, {"names", one_of(known)}}),
          quotation(name) + did_you_mean(name, known));
    }
    Field plain = field;
    plain.named_in = {};
    cursor_.elsewhere(child_pointer(child_pointer("", field.named_in), name), *list,
                      [&] { read_list(value, plain); });
  }

  static std::vector<std::string> names_in(const Json& object) {
    std::vector<std::string> names;
    for (const auto& [name, member] : object.get_ref<const Json::object_t&>()) {
      if (!is_provenance_key(name)) names.push_back(name);
    }
    return names;
  }

  bool few_enough(std::size_t most) {
    const std::size_t size = cursor_.node().size();
    if (size > most) {
      report(say("expected.at_most_elements", {{"n", most}}), say("got.number", {{"value", size}}));
    }
    return size <= most;
  }

  template <class T>
  void read_elements(std::vector<T>& value, const Field& field) {
    const Json& node = cursor_.node();
    value.resize(node.size());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < node.size(); ++i) {
      below(std::to_string(i), node[i], [&] {
        if constexpr (std::is_class_v<T>) take_row_name(names);
        read(value[i], element_of(field));
        in_row_ = false;
      });
    }
  }

  /// A row of a list may have a name, by which a file that extends this one, or --set, changes it.
  void take_row_name(std::vector<std::string>& names) {
    in_row_ = rows_have_names_ && cursor_.node().is_object();
    const Json* const name = in_row_ ? find(cursor_.node(), row_name) : nullptr;
    if (name == nullptr) return;
    if (!name->is_string() || !is_name(name->get<std::string>())) {
      return cursor_.report_at(row_name, say("expected.plain_name"), described(*name));
    }
    const auto& text = name->get_ref<const std::string&>();
    if (std::find(names.begin(), names.end(), text) != names.end()) {
      return cursor_.report_at(row_name, say("expected.own_name"),
                               say("got.second_time", {{"what", in_quotes(text)}}));
    }
    names.push_back(text);
  }

  /// A row that stands alone is a list of one.
  template <class T>
  void read_single(std::vector<T>& value, const Field& field) {
    value.resize(1);
    std::vector<std::string> names;
    cursor_.as_row([&] {
      if constexpr (std::is_class_v<T>) take_row_name(names);
      read(value.front(), element_of(field));
      in_row_ = false;
    });
  }

  template <class T>
  void read_pair(std::array<T, 2>& value, const Field& field) {
    if (!cursor_.unwrap(true)) return;
    const Json& node = cursor_.node();
    if (!node.is_array() || node.size() != 2) {
      report(say("expected.pair"), described(node));
      return;
    }
    for (std::size_t i = 0; i < 2; ++i) {
      below(std::to_string(i), node[i], [&] { read(value[i], field); });
    }
  }

  // ------------------------------------------------------------ single values

  void read_number(double& value, const Field& field) {
    const Json& node = cursor_.node();
    if (calendar_field_ != nullptr && field.may_be_unlimited)
      return read_level(value, *calendar_field_);
    if (field.is_change && node.is_string()) return read_change(value, field);
    if (!node.is_number() || !within(field, node.get<double>())) {
      report(wanted(node, field), described_number(node, field));
      return;
    }
    value = node.get<double>();
  }

  /// A factor as the change that it makes: "+5 %" is 1.05.
  void read_change(double& value, const Field& field) {
    const auto factor = factor_of_change(cursor_.node().get_ref<const std::string&>());
    if (!factor) return report(say("expected.factor_or_change"), described(cursor_.node()));
    if (!within(field, *factor)) {
      return report(wanted(Json(*factor), field), described(Json(*factor)));
    }
    value = *factor;
  }

  void read_number(int& value, const Field& field) {
    const Json& node = cursor_.node();
    const double number = node.is_number() ? node.get<double>() : 0.5;
    const bool fits = number == std::trunc(number) && std::abs(number) <= 1e9;
    if (!fits || !within(field, number)) {
      report(number_wanted(field, say("expected.whole_number")), described_number(node, field));
      return;
    }
    value = static_cast<int>(number);
  }

  /// A level of a calendar: a number, or "unlimited" where the calendar may be.
  void read_level(double& value, const Field& field, const words::Text& or_else = {}) {
    const Json& node = cursor_.node();
    if (field.may_be_unlimited && node == "unlimited") {
      value = Calendar::unlimited;
      return;
    }
    if (!node.is_number() || !within(field, node.get<double>())) {
      const auto unlimited = field.may_be_unlimited ? say("expected.or_unlimited") : words::Text{};
      return report(wanted(node, field) + unlimited + or_else, described_number(node, field));
    }
    value = node.get<double>();
  }

  void read_bool(bool& value) {
    if (!cursor_.node().is_boolean())
      return report(say("expected.true_or_false"), described(cursor_.node()));
    value = cursor_.node().get<bool>();
  }

  void read_string(std::string& value, const Field& field) {
    if (!cursor_.node().is_string())
      return report(say("expected.string"), described(cursor_.node()));
    value = cursor_.node().get<std::string>();
    if (field.is_filled && value.empty()) report(say("expected.text"), quotation(""));
  }

  void read_date(sim::Date& value) {
    const Json& node = cursor_.node();
    const auto date =
        node.is_string() ? sim::parse_date(node.get_ref<const std::string&>()) : std::nullopt;
    if (!date) return report(say("expected.date"), described(node));
    value = *date;
  }

  template <class E>
  void read_enum(E& value) {
    const Json& node = cursor_.node();
    const auto names = strings(names_of<E>);
    if (!node.is_string()) return report(one_of(names), described(node));
    const auto& name = node.get_ref<const std::string&>();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
      return report(one_of(names), described(node) + did_you_mean(name, names));
    value = static_cast<E>(found - names.begin());
  }

  void check_sum(const Mix& mix) {
    double sum = 0;
    for (const auto& [name, share] : mix) sum += share;
    if (std::abs(sum - 1) > mix_tolerance) {
      report(say("expected.sum_1"), say("got.sum", {{"sum", fmt::format("{:.10g}", sum)}}));
    }
  }

  /// What the others of a mix leave for the one that is the rest.
  double rest_of(const Mix& mix) {
    double sum = 0;
    for (const auto& [name, share] : mix) sum += share;
    if (sum > 1 + mix_tolerance) {
      report(say("expected.room_for_rest"), say("got.sum", {{"sum", fmt::format("{:.10g}", sum)}}));
    }
    constexpr double digits = 1e12;  // as one would write it: 0.1, and not 1 - 0.9 in binary
    return std::max(0.0, std::round((1 - sum) * digits) / digits);
  }

  /// Paths are named from the file that names them.
  template <class T>
  void resolve_path(T& member) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (member.empty()) return;
      member = (cursor_.folder() / member).lexically_normal().generic_string();
      named_files_.push_back(member);
    }
  }

  // ------------------------------------------------------------ objects

  bool require_object() {
    if (cursor_.node().is_object()) return true;
    report(say("expected.object"), described(cursor_.node()));
    return false;
  }

  /// The field of an element: what holds for the list as a whole does not hold for each.
  static Field element_of(Field field) {
    field.is_required = field.is_filled = field.is_mix = field.is_path = false;
    field.length = field.most = 0;
    return field;
  }

  template <class Body>
  void for_each_name(Body body) {
    if (!require_object()) return;
    cursor_.enter_object();
    if (cursor_.node().size() > most_names) {
      return report(say("expected.at_most_names", {{"n", most_names}}),
                    verbatim(std::to_string(cursor_.node().size())));
    }
    for (const auto& member : cursor_.node().get_ref<const Json::object_t&>()) {
      const std::string& name = member.first;
      if (is_provenance_key(name)) continue;
      below(name, member.second, [&] {
        if (!is_name(name)) report(say("expected.plain_name"), quotation(name));
        body(name);
      });
    }
  }

  static bool is_name(const std::string& name) {
    if (name.empty() || name.front() == ' ' || name.back() == ' ') return false;
    return std::none_of(name.begin(), name.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
  }

  void report_unknown_keys() {
    for (const auto& [key, node] : cursor_.node().get_ref<const Json::object_t&>()) {
      if (cursor_.full()) return;
      const bool known = std::find(known_.begin(), known_.end(), key) != known_.end();
      if (known || is_provenance_key(key)) continue;
      const auto meant = did_you_mean(key, known_);
      cursor_.report_at(key, meant == words::Text{} ? one_of(known_) : say("expected.known_key"),
                        quotation(key) + meant);
    }
  }

  Cursor cursor_;
  std::vector<std::string> known_;
  std::vector<std::string> named_files_;
  const DistributionSpec* enclosing_ = nullptr;  ///< the distribution being read
  bool rows_have_names_ = false;  ///< a scenario is read; rules name theirs otherwise
  bool in_row_ = false;           ///< the next record is a row of a list
  bool kind_is_known_ = false;    ///< it need not give its kind
  const Field* calendar_field_ =
      nullptr;  ///< of the calendar being read: its bounds hold for its values
};

}  // namespace

template <class Root>
Root decode(const Document& document, std::vector<Issue>& errors, std::vector<Issue>& warnings) {
  Root root;
  Reader reader(document, root.provenance, errors, warnings);
  reader.read_root(root);
  if constexpr (std::is_same_v<Root, Scenario>) {
    root.files = document.files;
    std::erase(root.files, std::string(override_file));
    root.files.insert(root.files.end(), reader.named_files().begin(), reader.named_files().end());
  }
  return root;
}

template Scenario decode(const Document&, std::vector<Issue>&, std::vector<Issue>&);
template RuleSet decode(const Document&, std::vector<Issue>&, std::vector<Issue>&);
template PatientCase decode(const Document&, std::vector<Issue>&, std::vector<Issue>&);

}  // namespace scenarios
