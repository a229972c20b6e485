# SPDX-License-Identifier: Apache-2.0
# awk -v version=TEXT -v command=TEXT -f ours.awk <Google Benchmark's JSON>
#
# The median of each benchmark as a line of the form that the peers print, after the command and a tab.

function value() {
  sub(/^[^:]*: */, "")
  sub(/,? *$/, "")
  gsub(/"/, "")
  return $0
}

function finish() {
  if (aggregate == "median") {
    peer = run ~ /^limit/ ? "limit, " substr(run, 7) : "Tröskel"
    sub(/single_server\/|six_stations/, run ~ /single/ ? "" : "tight loop", peer)
    printf "%s\t{\"peer\": \"%s\", \"version\": \"%s\", \"work\": \"%s\", \"events\": %.0f, \"seconds\": 1%s}\n",
        command, peer, version, run ~ /single_server/ ? "A" : "B", rate, figures
  }
  aggregate = figures = ""
}

/"name":/ { finish() }
/"run_name":/ { run = value() }
/"aggregate_name":/ { aggregate = value() }
/"items_per_second":/ { rate = value() }
# What our limits count, by the names of the peers' figures.
/"mean_time":/ { figures = figures ", \"mean_time\": " value() }
/"ward_in_use":/ { figures = figures ", \"ward_in_use\": " value() }
/"primary_per_day":/ { figures = figures ", \"primary_care_per_day\": " value() }
END { finish() }
