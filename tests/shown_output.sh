#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shown_output.sh PROGRAM PAGE [--update]: what a page shows of the program's output is what the program prints.
#
# Below a line "<!-- shows: HEADING -->" stands a fenced block: the part that begins with HEADING, of what the last
# command above it (in a fence of sh, from the root of the tree) prints. Below a comment that begins with
# "<!-- says sv:" (or en) and ends with a line "-->" stands its text with the figures of that command: {ALTERNATIVE ID}
# is the difference of a figure of comparison.csv or stakeholders.csv with its 95 % interval, {ALTERNATIVE ID more} the
# same without a plus sign and {ALTERNATIVE ID base} the base's value. With --update all of it is written anew.
#
# A line "<!-- figures: SUM -->" below a command is a sum of its scenarios' lines in tests/figures.sha256, which fresh
# runs hold: as long as no figure of them has moved, what stands below is not run again.
set -euo pipefail
program=$1 page=$2 update=${3:-}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run COMMAND: runs a command of the page, once; its output is in the file printed of the folder that it prints.
run() {
  local folder words
  folder=$work/$(sha256sum <<<"$1" | cut -d' ' -f1)
  if [[ ! -d $folder ]]; then
    mkdir "$folder"
    read -ra words <<<"$(sed 's/ --out [^ ]*//' <<<"$1")"
    LC_ALL=C "$program" "${words[@]:1}" --progress none --out "$folder/out" >"$folder/printed"
  fi
  echo "$folder"
}

# paragraph HEADING: from the line that begins with it to an empty one that no indented line follows.
paragraph() {
  awk -v heading="$1" '
    index($0, heading) == 1 {on = 1; print; next}
    !on {next}
    !NF {gap = 1; next}
    gap && !/^ / {exit}
    {if (gap) print ""; gap = 0; print}'
}

# figures COMMAND: a sum of what tests/figures.sha256 holds of the scenarios of the command.
figures() {
  grep -o 'scenarios/[^ ]*\.json' <<<"$1" | sed 's|^scenarios/||; s|\.json$|/results.json|' |
    grep -Ff - tests/figures.sha256 | sha256sum | cut -c1-16
}

# said LANG FOLDER: a text with the figures of a command. Differences have as many digits as their interval gives two.
said() {
  LC_ALL=C awk -v lang="$1" '
    function grouped(digits,  text) {
      for (text = ""; length(digits) > 3; digits = substr(digits, 1, length(digits) - 3))
        text = (lang == "sv" ? "\302\240" : ",") substr(digits, length(digits) - 2) text
      return digits text
    }
    function number(x, step,  size, text, at) {
      size = x < 0 ? -x : x
      text = sprintf(step < 1 ? "%." decimals(step) "f" : "%.0f", step * int(size / step + 0.5))
      at = index(text, ".")
      text = at ? grouped(substr(text, 1, at - 1)) (lang == "sv" ? "," : ".") substr(text, at + 1) : grouped(text)
      return (x < 0 && text !~ /^[0.,]*$/ ? "\342\210\222" : "") text
    }
    function decimals(step,  n) { for (n = 0; step < 0.999; step *= 10) ++n; return n }
    function step_of(size,  step) {
      for (step = 1; size >= 100 * step; step *= 10);
      for (; size > 0 && size < 10 * step && step > 0.01; step /= 10);
      return step
    }
    function signed(x, step,  text) { text = number(x, step); return (x > 0 ? plus : "") text }
    function figure(name,  part, f, n, step) {
      split(name, part, " ")
      if (!((part[1], part[2]) in row)) {print "no figure {" name "}" >"/dev/stderr"; exit failed = 1}
      n = split(row[part[1], part[2]], f, ",")
      if (part[3] == "base") return number(f[n - 13], step_of(f[n - 13] / 10))
      if (f[n] == "not_affected") return lang == "sv" ? "0 (lika i varje körning)" : "0 (the same in every run)"
      step = step_of((f[n - 8] - f[n - 9]) / 2)
      plus = part[3] == "more" ? "" : "+"
      return signed(f[n - 11], step) " (" signed(f[n - 9], step) (lang == "sv" ? " till " : " to ") \
        signed(f[n - 8], step) ")"
    }
    FILENAME != "-" {
      split($0, cell, ",")
      if (FILENAME ~ /comparison/) row[cell[1], cell[2]] = $0
      else row[cell[1], cell[4]] = row[cell[1], cell[5]] = $0 # a label before it may have a comma
      next
    }
    {
      while (match($0, /[{][^}]*[}]/))
        $0 = substr($0, 1, RSTART - 1) figure(substr($0, RSTART + 1, RLENGTH - 2)) substr($0, RSTART + RLENGTH)
      print
    }
    END {exit failed}' "$2"/out/comparison.csv "$2"/out/stakeholders.csv -
}

command='' in_sh='' old='' kept='' template=''
while IFS= read -r line; do
  case $old in
    fence) old=block; continue ;;
    block) [[ $line == '```' ]] || continue; old='' ;;
    text) [[ -z $line ]] || continue; old='' ;;
  esac
  if [[ $line =~ ^'<!-- figures: ' ]]; then
    sum=$(figures "$command")
    [[ $update == --update || $line != "<!-- figures: $sum -->" ]] || kept=1
    line="<!-- figures: $sum -->"
  fi
  printf '%s\n' "$line"
  if [[ $line == '```sh' ]]; then
    in_sh=1 command='' kept=''
  elif [[ $line == '```' ]]; then
    in_sh=''
  elif [[ -n $in_sh ]]; then
    [[ $command == *\\ ]] || command='' # the last command of the fence
    command=${command%\\}$line
  elif [[ -n $kept ]]; then
    continue
  elif [[ $line =~ ^'<!-- shows: '(.*)' -->'$ ]]; then
    shown=$(paragraph "${BASH_REMATCH[1]}" <"$(run "$command")/printed")
    [[ -n $shown ]] || { echo "$page: \"$command\" prints nothing below \"${BASH_REMATCH[1]}\"" >&2; exit 1; }
    printf '```\n%s\n' "$shown"
    old=fence
  elif [[ $line =~ ^'<!-- says '(sv|en)':'$ ]]; then
    template=${BASH_REMATCH[1]} text=''
  elif [[ -n $template && $line == '-->' ]]; then
    folder=$(run "$command")
    said "$template" "$folder" <<<"${text%$'\n'}"
    template='' old=text
  elif [[ -n $template ]]; then
    text+=$line$'\n'
  fi
done <"$page" >"$work/page"

if [[ $update == --update ]]; then
  cp "$work/page" "$page"
else
  diff -u "$page" "$work/page"
fi
