# SPDX-License-Identifier: Apache-2.0
"""Works A and B in SimPy 3 or 4: the module simpy, Debian's python3-simpy3 or from PyPI.

Written for the API that SimPy 3 and 4 share: generators as processes, a resource per station with
limited places. Run with SimPy 3.0.11.

    python3 simpy4.py A|B [CUSTOMERS|DAYS]
"""

from random import expovariate

import simpy

import work


def single_server(customers):
    env = simpy.Environment()
    server = simpy.Resource(env, capacity=1)
    in_system = 0.0

    def customer():
        nonlocal in_system
        arrived = env.now
        with server.request() as place:
            yield place
            yield env.timeout(expovariate(work.SERVICE_RATE))
        in_system += env.now - arrived

    def source():
        for _ in range(customers):
            env.process(customer())
            yield env.timeout(expovariate(work.ARRIVAL_RATE))

    env.process(source())
    seconds = work.timed(env.run)
    return 2 * customers, seconds, {"mean_time": in_system / customers}


def six_stations(days):
    env = simpy.Environment()
    places = [simpy.Resource(env, capacity=n) if n else None for n in work.PLACES]
    stations = [work.Station(days / 2) for _ in work.PLACES]
    stay = [work.sampler(s) for s in range(work.HOME)]
    route = [work.router(s) for s in range(work.HOME)]
    arrived = 0

    def patient():
        at = work.EMERGENCY
        while at != work.HOME:
            limited = places[at]
            if limited is None:
                stations[at].enter(env.now)
                yield env.timeout(stay[at]())
                stations[at].leave(env.now)
            else:
                with limited.request() as place:
                    yield place
                    stations[at].enter(env.now)
                    yield env.timeout(stay[at]())
                    stations[at].leave(env.now)
            at = route[at]()

    def source():
        nonlocal arrived
        while True:
            yield env.timeout(expovariate(work.ARRIVALS_PER_DAY))
            arrived += 1
            env.process(patient())

    env.process(source())
    seconds = work.timed(lambda: env.run(until=days))
    events = arrived + sum(s.ends for s in stations)
    return events, seconds, work.figures_of(stations, days)


work.main("SimPy", simpy.__version__, {"A": single_server, "B": six_stations})
