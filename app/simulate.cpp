// SPDX-License-Identifier: Apache-2.0
#include "app/simulate.hpp"

#include <algorithm>

#include "troskel_version.hpp"

#include "app/console.hpp"
#include "app/interrupt.hpp"
#include "app/load.hpp"
#include "app/progress.hpp"
#include "app/text.hpp"
#include "experiments/run.hpp"
#include "words/system.hpp"

namespace app {

std::optional<care::Results> simulate(const Options& options, const care::Case& one,
                                      const std::string& what, const TellFault& tell_fault) {
  const care::RunRequest request{.seed = options.seed,
                                 .first = options.first,
                                 .replications = options.replications,
                                 .threads = options.threads,
                                 .precision = options.precision};
  Progress progress(options.progress, options.lang, options.precision > 0, what);
  care::RunControl control;
  control.progress = [&](std::uint32_t done, std::uint32_t of) { progress.update(done, of); };
  control.cancelled = [] { return Interrupt::signal() != 0; };
  control.abandoned = [] { return Interrupt::patience_is_over(); };
  try {
    return care::run_case(one, troskel::version, request, control);
  } catch (const sim::ReplicationError& error) {
    progress.finish();
    tell_fault(error);
  } catch (const care::SpillError& error) {
    progress.finish();
    tell(say(options.lang, "failure.room",
             {{"folder", error.folder()},
              {"why", viz::pick(words::system_text(error.code()), options.lang)}}));
  }
  return std::nullopt;
}

std::optional<care::Results> simulate(const Options& options, const care::Case& one) {
  return simulate(options, one, {}, [&](const sim::ReplicationError& error) {
    Options again = options;
    again.first = error.replication();
    again.replications = 1;
    again.precision = 0;
    tell(say(options.lang, "failure.run",
             {{"why", error.what()}, {"command", repeat_command(again)}}));
  });
}

unsigned threads_of(const Options& options, const viz::RunRecord& record) {
  return std::min(options.threads == 0 ? record.processors : options.threads, options.replications);
}

}  // namespace app
