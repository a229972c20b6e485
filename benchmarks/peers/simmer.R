# SPDX-License-Identifier: Apache-2.0
#
# Works A and B of work.py in simmer, from CRAN.
#
# Written for simmer 4 as documented: resources are monitored as users would have it, and a patient's
# next station is an attribute that a branch reads. Not run against simmer on the machine where it was
# written, which has no access to CRAN; its model was run there, in R 4.2, against a small substitute for
# the functions that it calls.
#
#     Rscript simmer.R A|B [CUSTOMERS|DAYS]

suppressPackageStartupMessages(library(simmer))

# Processor seconds of an expression.
timed <- function(expression) {
  before <- proc.time()
  force(expression)
  sum((proc.time() - before)[c("user.self", "sys.self")])
}

# As many time units as the customers take on average to come.
single_server <- function(customers) {
  customer <- trajectory() %>%
    seize("server", 1) %>%
    timeout(function() rexp(1, 1)) %>%
    release("server", 1)
  env <- simmer() %>%
    add_resource("server", 1) %>%
    add_generator("customer", customer, function() rexp(1000, 0.75))
  seconds <- timed(run(env, until = customers / 0.75))
  finished <- get_mon_arrivals(env)
  list(
    # Every finished customer has come and gone; those still in the system are left out.
    events = 2 * nrow(finished), seconds = seconds,
    figures = c(mean_time = mean(finished$end_time - finished$start_time))
  )
}

stations <- c("emergency", "ward", "short_term", "home_care", "primary_care")
home <- 6
places <- c(12, 60, 20, 200, Inf)

lognormal <- function(mean, cv) {
  variance <- log(1 + cv^2)
  mu <- log(mean) - variance / 2
  sigma <- sqrt(variance)
  function() rlnorm(1, mu, sigma)
}
gamma_of <- function(mean, cv) {
  shape <- 1 / cv^2
  scale <- mean * cv^2
  function() rgamma(1, shape = shape, scale = scale)
}
stays <- list(
  lognormal(0.3, 1), gamma_of(5, 0.8), lognormal(12, 0.6), gamma_of(40, 0.8), lognormal(250, 1)
)
routes <- list(
  function() if (runif(1) < 0.5) 2 else 5,
  function() {
    u <- runif(1)
    if (u < 0.14) 3 else if (u < 0.49) 4 else 5
  },
  function() if (runif(1) < 0.5) 4 else 5,
  function() {
    u <- runif(1)
    if (u < 0.15) 1 else if (u < 0.75) 5 else home
  },
  function() if (runif(1) < 0.1) 1 else home
)

visit <- function(s) {
  trajectory() %>%
    seize(stations[s], 1) %>%
    timeout(stays[[s]]) %>%
    release(stations[s], 1) %>%
    set_attribute("at", routes[[s]])
}

# A row is a change of the number in service or waiting at a station.
figures_of <- function(changes, days) {
  half <- days / 2
  figures <- c()
  for (s in stations) {
    rows <- changes[changes$resource == s, ]
    ended <- diff(c(0, rows$server + rows$queue)) == -1
    from <- pmax(rows$time, half)
    to <- pmax(c(rows$time[-1], days), half)
    figures[paste0(s, "_per_day")] <- sum(ended & rows$time >= half) / half
    figures[paste0(s, "_in_use")] <- sum(rows$server * (to - from)) / half
  }
  figures
}

six_stations <- function(days) {
  env <- simmer()
  patient <- trajectory() %>%
    set_attribute("at", 1) %>%
    branch(
      function() get_attribute(env, "at"),
      continue = c(TRUE, TRUE, TRUE, TRUE, TRUE, FALSE),
      visit(1), visit(2), visit(3), visit(4), visit(5), trajectory() %>% timeout(0)
    ) %>%
    rollback(1)
  for (s in seq_along(stations)) add_resource(env, stations[s], places[s])
  add_generator(env, "patient", patient, function() rexp(1000, 18), mon = 0)
  seconds <- timed(run(env, until = days))
  changes <- get_mon_resources(env)
  ends <- sum(vapply(
    split(changes, changes$resource),
    function(rows) sum(diff(c(0, rows$server + rows$queue)) == -1),
    numeric(1)
  ))
  list(
    events = get_n_generated(env, "patient") + ends, seconds = seconds,
    figures = figures_of(changes, days)
  )
}

arguments <- commandArgs(trailingOnly = TRUE)
work <- arguments[1]
full <- if (work == "A") 1e6 else 7300
size <- if (length(arguments) > 1) as.numeric(arguments[2]) else full
set.seed(1)
done <- if (work == "A") single_server(size) else six_stations(size)
cat(
  sprintf(
    '{"peer": "simmer", "version": "%s", "work": "%s", "size": %.0f, "events": %.0f, "seconds": %.3f',
    as.character(packageVersion("simmer")), work, size, done$events, done$seconds
  ),
  sprintf(', "%s": %.4f', names(done$figures), done$figures), "}\n",
  sep = ""
)
