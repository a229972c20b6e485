// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an agreement says about who answers for care, in one reading of it: a decision table in
// which the first match wins, over the vocabulary of case_vocabulary.hpp and attributes of the
// agreement's own. Plain data, as scenario.hpp; fields_rules.hpp reads, echoes and documents it.
//
// A file that extends another adds its own rules before those it extends, amends a rule by using
// its name, and removes one with null. The hard constraints of law stand in the first file of the
// chain and no later file changes them.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Who is responsible (huvudman). Two parties may be it together.
enum class Party {
  Region,
  Municipality,
  Person,  ///< the person: self-care (lag 2022:1250)
  Nobody   ///< between the chairs
};

/// Who performs what the responsible party answers for (facts D09).
enum class Performer {
  Municipality,
  HealthCentre,
  SpecialistClinic,
  Asih,
  MobileTeam,
  OnCallPhysician,
  Hospital,
  Person,
  Nobody
};

/// The profession that performs.
enum class Profession {
  AsNeeded,  ///< that which the task needs
  Nurse,
  AssistantNurse,  ///< on delegation
  Therapist,
  Physician
};

/// The parties read the rule differently, or the case is known to be contested.
struct Dispute {
  std::vector<Party> region, municipality;  ///< who is responsible, as each party reads it
  double negotiation_days = 0;              ///< until they agree
  double region_prevails = 0.5;             ///< probability that the region's reading holds
};

struct ResponsibilityRule {
  Condition when;
  std::vector<Party> responsible;
  std::vector<Performer> performer;
  Profession role = Profession::AsNeeded;
  std::optional<Dispute> dispute;
  Text reason;

  // Not in the file as such:
  std::string file;    ///< that the rule came from
  std::string source;  ///< ids in the facts
};

/// What an agreement may settle of a case beside who is responsible and who performs.
enum class Matter {
  Pays,      ///< who pays, and how
  Trains,    ///< who trains staff or the patient
  Supplies,  ///< who supplies aids and material
  When       ///< from when the responsibility passes
};
inline constexpr std::size_t matters = 4;

/// An answer to one of these; where no term holds a case, the agreement does not settle it.
struct Term {
  Matter matter = Matter::Pays;
  Condition when;
  Text answer;

  // Not in the file as such:
  std::string file;    ///< that the term came from
  std::string source;  ///< ids in the facts
};

/// What no agreement can change.
struct LawConstraint {
  Text label;
  Condition when;
  std::vector<Party> responsible;  ///< must be exactly these
  std::string source;              ///< ids in the facts
};

/// Cases that cannot occur; nothing is asked of them.
struct ImpossibleCase {
  Condition when;
  Text reason;

  std::string file;  ///< not in the file as such: that it came from
};

/// A named scale of care level: every task has one level.
struct CareScale {
  Text label;
  Named<std::vector<std::string>> levels;  ///< "1", "2", "3" -> tasks
  std::vector<std::string> primary;        ///< levels that count as primary level
};

/// A row of the register of systems (facts A) that the file keeps.
struct RegisterRow {
  enum class Content {
    Rules,      ///< this file is its rules
    Parameter,  ///< a resource, process or figure of the scenarios, not a rule
    Label,      ///< named only: nothing of it is a rule or differs in a scenario
    None        ///< the documents give no rule content; the file inherits
  };
  std::string id;  ///< "A08"
  Text name;
  Content content = Content::Rules;
};

struct ValidPeriod {
  std::optional<sim::Date> from, to;
  std::optional<int>
      prolonged_years;  ///< at a time, unless a party gives notice; absent: not at all, or not known
  std::optional<int> notice_months;  ///< before the last day
};

/// An attribute of patients that the built-in vocabulary lacks. In a run it is the patients' attribute
/// of the same name.
struct OwnAttribute {
  Text title;                       ///< the name when absent
  std::vector<std::string> values;  ///< the first is the usual one, of whoever is said nothing of
  Named<Text> labels;               ///< value -> name shown; the value when absent

  std::string file;  ///< not in the file as such: that it came from
};

/// Attributes that rule sets which are decided together may declare in all, and values of one: as
/// many as a built-in dimension may have.
inline constexpr std::size_t most_own_attributes = 4;
inline constexpr std::size_t most_own_values = 32;

struct RuleSet {
  Text title;
  Text about;  ///< what the file holds of the agreement, and what it does not
  std::vector<RegisterRow> systems;
  ValidPeriod valid;
  Named<OwnAttribute> attributes;
  Named<std::string> switches;   ///< switch -> position that this reading takes
  Named<CareScale> scales;       ///< keys are positions of the switch complexity_scale
  Named<Condition> definitions;  ///< name -> condition; used as name: "yes" or "no"
  Named<ImpossibleCase> impossible;
  Named<LawConstraint> constraints;
  Named<ResponsibilityRule> rules;  ///< in the order in which they are tried
  Named<Term> terms;                ///< the same, matter by matter

  std::map<std::string, Provenance> provenance;  ///< JSON Pointer -> origin
  std::string path;                              ///< file it was read from
  std::vector<std::string> files;                ///< with what it extends, oldest first
};

/// A question about a patient, as a committee would ask it, and the case it is about.
struct CaseQuestion {
  Text ask;
  Named<std::string> set;  ///< attribute -> value, where the case differs from the patient's
};

/// A patient case: a story, the attributes that rules look at, and questions.
struct PatientCase {
  Text title;
  Text story;
  Named<std::string> patient;  ///< attribute -> value; the usual value when absent
  std::vector<CaseQuestion> questions;

  std::map<std::string, Provenance> provenance;
  std::string path;
};

}  // namespace scenarios
