// SPDX-License-Identifier: Apache-2.0

// What `troskel trace` tells of a patient, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto journey_entries = std::to_array<CatalogEntry>({
    {"journey.arrives", "kommer, ska till {place}{who}", "arrives, wants {place}{who}"},
    {"journey.becomes", "{attribute}: {before} blir {after}",
     "{attribute}: {before} becomes {after}"},
    {"journey.decided", "regeln avgör vem som ansvarar och utför i {place}",
     "the rule decides who is responsible and performs in {place}"},
    {"journey.departs", "lämnar modellen: {place}", "leaves the model: {place}"},
    {"journey.diverted", "hänvisas till {place}", "is diverted to {place}"},
    {"journey.done_at_start", "i {place} vid start, utskrivningsklar{who}",
     "in {place} at the start, ready to leave{who}"},
    {"journey.enters", "till {place}", "enters {place}"},
    {"journey.entry", "inskrivning", "entry"},
    {"journey.evicted", "måste lämna {place}: färre platser", "must leave {place}: fewer places"},
    {"journey.full", "{place}: {taken} av {places} platser upptagna, {queued} i kön",
     "{place}: {taken} of {places} places taken, {queued} in the queue"},
    {"journey.full_shared", "{place}: väntar på platser som tas samtidigt: {list}",
     "{place}: waits for places that are taken at the same time: {list}"},
    {"journey.gives_up", "ger upp kön, ska till {place}", "gives up the queue, wants {place}"},
    {"journey.got_place", "får plats i {place} efter {length}",
     "gets a place in {place} after {length}"},
    {"journey.harmed", "uteblivet besök leder till {place}", "a missed visit leads to {place}"},
    {"journey.has_place", "har en plats som hålls; ", "has a place that is held; "},
    {"journey.interrupted", "måste lämna {place}: färre platser; {length} återstår",
     "must leave {place}: fewer places; {length} remain"},
    {"journey.joins_shortest", "går till {place}, den kortaste kön",
     "joins {place}, the shortest queue"},
    {"journey.lost", "avvisas från {place}", "is turned away from {place}"},
    {"journey.negotiates", "parterna är oense om ansvaret: {length}",
     "the parties disagree about responsibility: {length}"},
    {"journey.next_stage", "en ny del av vistelsen i {place} börjar",
     "a new stage of the stay in {place} begins"},
    {"journey.nowhere", "ingenstans", "nowhere"},
    {"journey.others_ahead", "{place}: {queued} står före i kön",
     "{place}: {queued} are ahead in the queue"},
    {"journey.prepared", "kan lämna {from} när allt är klart: {time} ({length})",
     "can leave {from} when all is done: {time} ({length})"},
    {"journey.present_at_start", "i {place} vid start, {length} kvar, sedan {next}{who}",
     "in {place} at the start, {length} left, then {next}{who}"},
    {"journey.queued_at_start", "i kön vid start{who}", "in the queue at the start{who}"},
    {"journey.readmission", "räknas som återinskrivning, {length} efter utskrivning",
     "counts as a readmission, {length} after discharge"},
    {"journey.ready", "utskrivningsklar i {from}, ska till {place}",
     "medically ready in {from}, wants {place}"},
    {"journey.ready_to_leave", "utskrivningsklar", "ready"},
    {"journey.refused", "vårdbegäran avslås, ska i stället till {place}",
     "the care request is refused, wants {place} instead"},
    {"journey.risk", "en risk slår till: {place}", "a risk strikes: {place}"},
    {"journey.sets_out", "på väg till {place}, framme om {length}",
     "on the way to {place}, there in {length}"},
    {"journey.shared_places", "{place} {taken} av {places}", "{place} {taken} of {places}"},
    {"journey.stay_ends", "vistelsen i {from} är slut, ska till {place}",
     "the stay in {from} ends, wants {place}"},
    {"journey.stay_goes_on", "vistelsen fortsätter {length}, sedan {place}",
     "the stay goes on for {length}, then {place}"},
    {"journey.stays", "stannar {length} om inget händer, sedan {place}",
     "stays {length} unless something happens, then {place}"},
    {"journey.task_done", "{task}: klart {time}, {length} efter {start}",
     "{task}: done {time}, {length} after {start}"},
    {"journey.task_done_before", "{task}: redan klart {time}", "{task}: done already {time}"},
    {"journey.turned_away", "avvisad", "turned away"},
    {"journey.visit_missed", "ett besök uteblir", "a visit is missed"},
    {"journey.visit_once", "{task} en gång", "{task} once"},
    {"journey.visits", "besök: {list}", "visits: {list}"},
    {"journey.visits_weekly", "{task} {n}/vecka", "{task} {n} a week"},
    {"journey.waits", "väntar på {place}, {queued} i kön",
     "waits for {place}, {queued} in the queue"},
    {"journey.waits_and_keeps", "väntar på {place} och behåller platsen i {from}, {queued} i kön",
     "waits for {place} and keeps the place in {from}, {queued} in the queue"},
    {"journey.way_opens", "vägen till {place} öppnar {time}", "the way to {place} opens {time}"},
    {"journey.way_stays_closed", "vägen till {place} öppnar inte mer",
     "the way to {place} opens no more"},
});

}  // namespace

std::span<const CatalogEntry> journey_table() { return journey_entries; }

}  // namespace words
