# SPDX-License-Identifier: Apache-2.0
# awk -v version=TEXT -v command=TEXT -f ours.awk <Google Benchmark's JSON>
#
# The median of each benchmark as a line of the form that the peers print, after the command and a tab.
#
# Our engine has events of its own besides arrivals and ends of stay (a place that has fallen free is
# offered in one), which its benchmarks count and no peer has. The limits count arrivals and ends of stay
# only, of the same work, so a replication of ours is taken to do as many as a limit's: the means are the
# same, and what differs by chance is below 1 %.

function value() {
  sub(/^[^:]*: */, "")
  sub(/,? *$/, "")
  gsub(/"/, "")
  return $0
}

function finish(    work) {
  if (aggregate == "median") {
    work = run ~ /single_server/ ? "A" : "B"
    seconds[run] = milliseconds / 1000
    found[run] = figures
    order[++n] = run
    if (run ~ /^limit/) events[work] = rate * seconds[run]
  }
  aggregate = figures = ""
}

function show(run,    work, peer) {
  work = run ~ /single_server/ ? "A" : "B"
  peer = "Tröskel"
  if (run ~ /^limit/) peer = "limit, " (run ~ /philox/ ? "Philox" : "xoshiro")
  printf "%s\t{\"peer\": \"%s\", \"version\": \"%s\", \"work\": \"%s\", \"size\": %d, ", command, peer,
      version, work, work == "A" ? 1000000 : 7300
  printf "\"events\": %.0f, \"seconds\": %.5f%s}\n", events[work], seconds[run], found[run]
}

/"name":/ { finish() }
/"run_name":/ { run = value() }
/"aggregate_name":/ { aggregate = value() }
/"items_per_second":/ { rate = value() }
/"cpu_time":/ { milliseconds = value() }
# What our limits count, by the names of the peers' figures.
/"mean_time":/ { figures = figures ", \"mean_time\": " value() }
/"ward_in_use":/ { figures = figures ", \"ward_in_use\": " value() }
/"primary_per_day":/ { figures = figures ", \"primary_care_per_day\": " value() }
END {
  finish()
  for (i = 1; i <= n; ++i) if (order[i] !~ /^limit/) show(order[i])
  for (i = 1; i <= n; ++i) if (order[i] ~ /^limit.*philox/) show(order[i])
  for (i = 1; i <= n; ++i) if (order[i] ~ /^limit/ && order[i] !~ /philox/) show(order[i])
}
