# SPDX-License-Identifier: Apache-2.0
# awk -F '\t' -v csv=FILE -v processor=NAME -v date=DAY -f report.awk <commands and what they printed>
#
# A table of events per second, and a CSV file of it. No time is reported for work whose figures are
# missing or too far from the exact ones: those of benchmarks/README.md. The tolerance is 4 standard errors
# or more: of the mean time in system of an M/M/1 queue at load 0.75, 2.7 % at 100,000 customers and
# 0.7 % at 1,000,000; of a station's figures about 1.5 / sqrt(entries), 0.6 % at least from the network.

BEGIN {
  split("emergency ward short_term home_care primary_care", names, " ")
  split("20.527 10.263 1.437 4.311 18.803", per_day, " ")
  split("6.158 51.317 17.243 172.43 4700.7", in_use, " ")
  print "date,processor,work,program,version,size,events,processor_seconds," \
      "million_events_per_second,ours_over_it,command" > csv
}

# The text or number of a key, or nothing.
function field(key,    text) {
  if (!match($2, "\"" key "\": *(\"[^\"]*\"|[^,}]*)")) return ""
  text = substr($2, RSTART, RLENGTH)
  sub(/^"[^"]*": */, "", text)
  gsub(/"/, "", text)
  return text
}

# What is wrong with a figure, if it is there or must be.
function fault(key, exact, tolerance, must,    text) {
  text = field(key)
  if (text == "") return must ? " " key " is missing" : ""
  # "nan" is no number, and not every awk compares it alike.
  if (text ~ /^[0-9.]+([eE][-+]?[0-9]+)?$/ && text + 0 >= exact * (1 - tolerance) &&
      text + 0 <= exact * (1 + tolerance)) return ""
  return sprintf(" %s is %s, not %s;", key, text, exact)
}

function faults(work, size, must,    out, i, tolerance) {
  if (work == "A") return fault("mean_time", 4, 0.03 * sqrt(1000000 / size), must)
  for (i = 1; i <= 5; ++i) {
    tolerance = 6 / sqrt(per_day[i] * size / 2)
    if (tolerance < 0.025) tolerance = 0.025
    out = out fault(names[i] "_per_day", per_day[i], tolerance, must)
    out = out fault(names[i] "_in_use", in_use[i], tolerance, 0)
  }
  return out
}

{
  work = field("work")
  peer = field("peer")
  own = peer ~ /^(Tröskel|limit)/
  size = field("size")
  # Of ours, Google Benchmark keeps few figures or none; tests check them.
  wrong = faults(work, size > 0 ? size : 1, !own)
  if (field("seconds") <= 0) wrong = wrong " seconds are missing"
  if (wrong) {
    refused = refused sprintf("  %s, work %s:%s\n", peer, work, wrong)
    next
  }
  ++count[work]
  row[work, count[work]] = $0
  if (peer == "Tröskel") ours[work] = field("events") / field("seconds")
}

END {
  for (w = 1; w <= 2; ++w) {
    work = substr("AB", w, 1)
    print work == "A" ? "A, M/M/1" : "\nB, six stations"
    printf "  %-24s %14s %10s  %s\n", "", "M events/s", "ours / it", "version"
    for (i = 1; i <= count[work]; ++i) {
      $0 = row[work, i]
      rate = field("events") / field("seconds")
      ratio = ours[work] ? ours[work] / rate : ""
      # The width counts bytes, of which our name has one more than letters.
      printf "  %-*s %14.4g %10s  %s\n", 24 + (field("peer") == "Tröskel"), field("peer"),
          rate / 1e6, ratio ? sprintf("%.3g", ratio) : "", field("version")
      printf "%s,\"%s\",%s,\"%s\",\"%s\",%s,%s,%s,%.6g,%s,\"%s\"\n", date, processor, work,
          field("peer"), field("version"), field("size"), field("events"), field("seconds"), rate / 1e6,
          ratio ? sprintf("%.4g", ratio) : "", $1 > csv
    }
  }
  if (refused) {
    printf "\nFigures are off, so no time is reported:\n%s", refused
    exit 1
  }
}
