# SPDX-License-Identifier: Apache-2.0
"""Works A and B in Ciw: the module ciw, from PyPI.

Written for the API of Ciw 3 (create_network, ciw.dists, None where nobody arrives). Not run against
Ciw on the machine where it was written, which has no access to PyPI; its model was run there against
a small substitute for the few calls that it makes. Smaller than the full work unless told otherwise,
as Ciw looks at every node after every event and keeps a record of every stay: 100,000 customers, and
1,460 days, by when as many patients are alive as in the 7,300 days of the others but for a few
percent.

    python3 ciw_network.py A|B [CUSTOMERS|DAYS]
"""

from importlib.metadata import version

import ciw

import work


def single_server(customers):
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=work.ARRIVAL_RATE)],
        service_distributions=[ciw.dists.Exponential(rate=work.SERVICE_RATE)],
        number_of_servers=[1],
    )
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    seconds = work.timed(
        lambda: simulation.simulate_until_max_customers(customers, method="Finish")
    )
    times = [r.exit_date - r.arrival_date for r in simulation.get_all_records()]
    # Every finished customer has come and gone; those still in the system are left out.
    return 2 * len(times), seconds, {"mean_time": sum(times) / len(times)}


def stay(station):
    first, second = work.parameters(station)
    if work.STAYS[station][0] == "gamma":
        return ciw.dists.Gamma(shape=first, scale=second)
    return ciw.dists.Lognormal(mean=first, sd=second)  # of the logarithm


def six_stations(days):
    stations = range(work.HOME)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=work.ARRIVALS_PER_DAY)]
        + [None] * (work.HOME - 1),
        service_distributions=[stay(s) for s in stations],
        number_of_servers=[n or float("inf") for n in work.PLACES],
        # What is missing to one leaves the network.
        routing=[[work.ROUTES[s].get(to, 0.0) for to in stations] for s in stations],
    )
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    seconds = work.timed(lambda: simulation.simulate_until_max_time(days))
    records = simulation.get_all_records()  # of ended stays
    # Patients are numbered as they come; the last with an ended stay is all but the last of them.
    arrived = max(r.id_number for r in records)
    # Ends of stay per day, as stays that have not ended leave no record.
    ended = [0] * work.HOME
    for r in records:
        if r.exit_date >= days / 2:
            ended[r.node - 1] += 1
    figures = {work.NAMES[s] + "_per_day": ended[s] / (days / 2) for s in stations}
    return arrived + len(records), seconds, figures


work.main(
    "Ciw",
    version("ciw"),
    {"A": single_server, "B": six_stations},
    {"A": 100_000, "B": 1460},
)
