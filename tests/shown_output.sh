#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shown_output.sh PROGRAM PAGE [--update]: what a page shows of the program's output is what the program prints.
#
# Below a line "<!-- shows: HEADING -->" stands a fenced block: the part that begins with HEADING, of what the last
# command above it (in a fence of sh, from the root of the tree) prints. With --update the blocks are written anew.
set -euo pipefail
program=$1 page=$2 update=${3:-}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# printed COMMAND: the output of a command of the page, run once.
printed() {
  local key words
  key=$(sha256sum <<<"$1" | cut -d' ' -f1)
  if [[ ! -f $work/$key ]]; then
    read -ra words <<<"$(sed 's/ --out [^ ]*//' <<<"$1")"
    LC_ALL=C "$program" "${words[@]:1}" --progress none --out "$work/out-$key" >"$work/$key"
  fi
  cat "$work/$key"
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

command='' in_sh='' old=''
while IFS= read -r line; do
  case $old in
    fence) old=block; continue ;;
    block) [[ $line == '```' ]] || continue; old='' ;;
  esac
  printf '%s\n' "$line"
  if [[ $line == '```sh' ]]; then
    in_sh=1 command=''
  elif [[ $line == '```' ]]; then
    in_sh=''
  elif [[ -n $in_sh ]]; then
    [[ $command == *\\ ]] || command='' # the last command of the fence
    command=${command%\\}$line
  elif [[ $line =~ ^'<!-- shows: '(.*)' -->'$ ]]; then
    shown=$(printed "$command" | paragraph "${BASH_REMATCH[1]}")
    [[ -n $shown ]] || { echo "$page: \"$command\" prints nothing below \"${BASH_REMATCH[1]}\"" >&2; exit 1; }
    printf '```\n%s\n' "$shown"
    old=fence
  fi
done <"$page" >"$work/page"

if [[ $update == --update ]]; then
  cp "$work/page" "$page"
else
  diff -u "$page" "$work/page"
fi
