# SPDX-License-Identifier: Apache-2.0
"""Works A and B in SimPy 2: the module SimPy.Simulation, Debian's package python3-simpy.

Written for SimPy 2.3.1, in its object-oriented style: a process per customer or patient, a resource
per station with limited places. Run by us with Python 3.11.

    python3 simpy2.py A|B [CUSTOMERS|DAYS]
"""

from random import expovariate

import SimPy
from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

import work


def single_server(customers):
    sim = Simulation()
    sim.initialize()
    server = Resource(capacity=1, sim=sim)
    in_system = 0.0

    class Customer(Process):
        def visit(self):
            nonlocal in_system
            arrived = sim.now()
            yield request, self, server
            yield hold, self, expovariate(work.SERVICE_RATE)
            yield release, self, server
            in_system += sim.now() - arrived

    class Source(Process):
        def arrivals(self):
            for _ in range(customers):
                customer = Customer(sim=sim)
                sim.activate(customer, customer.visit())
                yield hold, self, expovariate(work.ARRIVAL_RATE)

    source = Source(sim=sim)
    sim.activate(source, source.arrivals())
    seconds = work.timed(lambda: sim.simulate(until=1e300))
    return 2 * customers, seconds, {"mean_time": in_system / customers}


def six_stations(days):
    sim = Simulation()
    sim.initialize()
    places = [Resource(capacity=n, sim=sim) if n else None for n in work.PLACES]
    stations = [work.Station(days / 2) for _ in work.PLACES]
    stay = [work.sampler(s) for s in range(work.HOME)]
    route = [work.router(s) for s in range(work.HOME)]
    arrived = 0

    class Patient(Process):
        def care(self):
            at = work.EMERGENCY
            while at != work.HOME:
                limited = places[at]
                if limited is not None:
                    yield request, self, limited
                stations[at].enter(sim.now())
                yield hold, self, stay[at]()
                stations[at].leave(sim.now())
                if limited is not None:
                    yield release, self, limited
                at = route[at]()

    class Source(Process):
        def arrivals(self):
            nonlocal arrived
            while True:
                yield hold, self, expovariate(work.ARRIVALS_PER_DAY)
                arrived += 1
                patient = Patient(sim=sim)
                sim.activate(patient, patient.care())

    source = Source(sim=sim)
    sim.activate(source, source.arrivals())
    seconds = work.timed(lambda: sim.simulate(until=days))
    events = arrived + sum(s.ends for s in stations)
    return events, seconds, work.figures_of(stations, days)


work.main("SimPy 2", SimPy.__version__, {"A": single_server, "B": six_stations})
