# SPDX-License-Identifier: Apache-2.0
"""The work that the Python peers do: the same as benchmarks/limit_bench.cpp.

A: an M/M/1 queue, arrivals 0.75 and ends of service 1.0 per time unit.
B: the six-station network of scenarios/examples/six-stations.json, in days, from empty; figures
   are of the second half.

Events are arrivals plus ends of stay. Seconds are processor seconds of the run alone: neither
imports nor the reading of results.
"""

import json
import math
import random
import sys
import time

CUSTOMERS = 1_000_000
DAYS = 7300
ARRIVALS_PER_DAY = 18.0
ARRIVAL_RATE, SERVICE_RATE = 0.75, 1.0

NAMES = ("emergency", "ward", "short_term", "home_care", "primary_care")
EMERGENCY, WARD, SHORT_TERM, HOME_CARE, PRIMARY_CARE, HOME = range(6)
PLACES = (12, 60, 20, 200, None)  # None: no limit
STAYS = (  # distribution, mean in days, coefficient of variation
    ("lognormal", 0.3, 1.0),
    ("gamma", 5.0, 0.8),
    ("lognormal", 12.0, 0.6),
    ("gamma", 40.0, 0.8),
    ("lognormal", 250.0, 1.0),
)
ROUTES = (
    {WARD: 0.5, PRIMARY_CARE: 0.5},
    {SHORT_TERM: 0.14, HOME_CARE: 0.35, PRIMARY_CARE: 0.51},
    {HOME_CARE: 0.5, PRIMARY_CARE: 0.5},
    {EMERGENCY: 0.15, PRIMARY_CARE: 0.60, HOME: 0.25},
    {EMERGENCY: 0.10, HOME: 0.90},
)


def parameters(station):
    """The two parameters of a stay as random.lognormvariate or random.gammavariate want them."""
    kind, mean, cv = STAYS[station]
    if kind == "gamma":
        return 1 / cv**2, mean * cv**2
    variance = math.log(1 + cv**2)
    return math.log(mean) - variance / 2, math.sqrt(variance)


def sampler(station):
    """A function without arguments that draws a stay."""
    first, second = parameters(station)
    draw = random.gammavariate if STAYS[station][0] == "gamma" else random.lognormvariate
    return lambda: draw(first, second)


def router(station):
    """A function without arguments that draws where to go next."""
    total, steps = 0.0, []
    for to, share in ROUTES[station].items():
        total += share
        steps.append((total, to))
    *steps, (_, last) = steps

    def route():
        u = random.random()
        for limit, to in steps:
            if u < limit:
                return to
        return last

    return route


class Station:
    """Counts entries and the time that places are used, from a moment on."""

    __slots__ = ("start", "last", "used", "area", "entries", "ends")

    def __init__(self, start):
        self.start = self.last = start
        self.used = self.area = self.entries = self.ends = 0

    def _touch(self, now):
        if now > self.last:
            self.area += self.used * (now - self.last)
            self.last = now

    def enter(self, now):
        self._touch(now)
        self.used += 1
        if now >= self.start:
            self.entries += 1

    def leave(self, now):
        self._touch(now)
        self.used -= 1
        self.ends += 1


def figures_of(stations, days):
    """Entries per day and places in use over the second half."""
    figures = {}
    for name, station in zip(NAMES, stations):
        station._touch(days)
        figures[name + "_per_day"] = station.entries / (days / 2)
        figures[name + "_in_use"] = station.area / (days / 2)
    return figures


def main(peer, version, works, sizes=None):
    """Runs work A or B, as the first argument says, at the size in the second, and reports it.

    A function of works takes the size (customers or days) and gives the events, the processor
    seconds and the figures.
    """
    work = sys.argv[1]
    size = int(sys.argv[2]) if len(sys.argv) > 2 else (sizes or {"A": CUSTOMERS, "B": DAYS})[work]
    random.seed(1)
    events, seconds, figures = works[work](size)
    line = {"peer": peer, "version": version, "work": work, "size": size, "events": events}
    line["seconds"] = round(seconds, 3)
    line.update((name, round(value, 4)) for name, value in figures.items())
    print(json.dumps(line))


def timed(run):
    """Processor seconds of a call."""
    start = time.process_time()
    run()
    return time.process_time() - start
