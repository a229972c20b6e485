// SPDX-License-Identifier: Apache-2.0
//
// Works A and B of work.py in Cimba, event style: functions scheduled on its event queue, patients in
// an array, its own random numbers. Its process style needs a coroutine for every patient alive and was
// measured slower.
//
// Written for the API of Cimba 3 as its headers document it: cmb_event_*, cmb_random_*, cmb_time,
// cmb_logger_flags_off and cimba_version. Not run against Cimba on the machine where it was written,
// where Cimba is not available; its model was run there against a small substitute for these calls.
//
//     cc -O3 cimba.c -o cimba $(pkg-config --cflags --libs cimba) -lm
//     cimba A|B [CUSTOMERS|DAYS]

#include <cimba.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t events;  // arrivals and ends of stay

static void* allocated(void* memory) {
  if (memory == NULL) {
    fputs("cimba: out of memory\n", stderr);
    exit(1);
  }
  return memory;
}

// A waits in a ring of arrival times, which grows to the longest queue.
static struct {
  double* ring;
  size_t size, first, last;
} line;
static uint64_t to_come;
static double in_system;

static void served(void* subject, void* object) {
  (void)subject;
  (void)object;
  const double now = cmb_time();
  in_system += now - line.ring[line.first++ % line.size];
  ++events;
  if (line.first != line.last) {
    (void)cmb_event_schedule(served, NULL, NULL, now + cmb_random_exponential(1.0), 0);
  }
}

static void customer(void* subject, void* object) {
  (void)subject;
  (void)object;
  const double now = cmb_time();
  ++events;
  if (line.last - line.first == line.size) {
    double* wider = allocated(malloc(2 * line.size * sizeof *wider));
    for (size_t i = line.first; i != line.last; ++i) {
      wider[i % (2 * line.size)] = line.ring[i % line.size];
    }
    free(line.ring);
    line.ring = wider;
    line.size *= 2;
  }
  if (line.first == line.last) {
    (void)cmb_event_schedule(served, NULL, NULL, now + cmb_random_exponential(1.0), 0);
  }
  line.ring[line.last++ % line.size] = now;
  if (--to_come > 0) {
    (void)cmb_event_schedule(customer, NULL, NULL, now + cmb_random_exponential(1 / 0.75), 0);
  }
}

static void print_single_server(double customers) {
  printf(", \"mean_time\": %.4f", in_system / customers);
}

enum { emergency, ward, short_term, home_care, primary_care, home };
static const char* const names[] = {"emergency", "ward", "short_term", "home_care", "primary_care"};

struct patient {
  int at;
  struct patient* next;  // in a queue, or of those that are free
};

static struct station {
  int places, used, gamma;
  double first, second;  // of the distribution of stays
  double last, area;     // of use since half of the time
  uint64_t entries;
  struct patient *head, *tail;  // waiting
} stations[home];
static struct patient* unused;
static double half;

static void set_station(int s, int places, int gamma, double mean, double cv) {
  const double variance = log(1 + cv * cv);
  struct station* it = &stations[s];
  memset(it, 0, sizeof *it);
  it->places = places;
  it->gamma = gamma;
  it->first = gamma ? 1 / (cv * cv) : log(mean) - variance / 2;
  it->second = gamma ? mean * cv * cv : sqrt(variance);
  it->last = half;
}

static void touch(struct station* it, double now) {
  if (now > it->last) {
    it->area += it->used * (now - it->last);
    it->last = now;
  }
}

static int route(int from) {
  const double u = cmb_random();
  switch (from) {
    case emergency:
      return u < 0.5 ? ward : primary_care;
    case ward:
      return u < 0.14 ? short_term : u < 0.49 ? home_care : primary_care;
    case short_term:
      return u < 0.5 ? home_care : primary_care;
    case home_care:
      return u < 0.15 ? emergency : u < 0.75 ? primary_care : home;
    default:
      return u < 0.1 ? emergency : home;
  }
}

static void stay_ends(void* subject, void* object);

static void enter(struct patient* who) {
  struct station* it = &stations[who->at];
  const double now = cmb_time();
  const double stay = it->gamma ? cmb_random_gamma(it->first, it->second)
                                : cmb_random_lognormal(it->first, it->second);
  touch(it, now);
  ++it->used;
  if (now >= half) ++it->entries;
  (void)cmb_event_schedule(stay_ends, it, who, now + stay, 0);
}

static void ask(struct patient* who, int to) {
  struct station* it = &stations[to];
  who->at = to;
  if (it->used < it->places) {
    enter(who);
    return;
  }
  who->next = NULL;
  if (it->head == NULL) {
    it->head = who;
  } else {
    it->tail->next = who;
  }
  it->tail = who;
}

static void stay_ends(void* subject, void* object) {
  struct station* it = subject;
  struct patient* who = object;
  ++events;
  touch(it, cmb_time());
  --it->used;
  if (it->head != NULL) {
    struct patient* first = it->head;
    it->head = first->next;
    enter(first);
  }
  const int to = route(who->at);
  if (to == home) {
    who->next = unused;
    unused = who;
  } else {
    ask(who, to);
  }
}

static void arrives(void* subject, void* object) {
  (void)subject;
  (void)object;
  ++events;
  if (unused == NULL) {
    enum { more = 1024 };
    struct patient* block = allocated(calloc(more, sizeof *block));
    for (int i = 0; i < more; ++i) block[i].next = i + 1 < more ? &block[i + 1] : NULL;
    unused = block;
  }
  struct patient* who = unused;
  unused = who->next;
  (void)cmb_event_schedule(arrives, NULL, NULL, cmb_time() + cmb_random_exponential(1 / 18.0), 0);
  ask(who, emergency);
}

static void stop(void* subject, void* object) {
  (void)subject;
  (void)object;
  cmb_event_queue_clear();
}

static void start_six_stations(double days) {
  half = days / 2;
  set_station(emergency, 12, 0, 0.3, 1.0);
  set_station(ward, 60, 1, 5, 0.8);
  set_station(short_term, 20, 0, 12, 0.6);
  set_station(home_care, 200, 1, 40, 0.8);
  set_station(primary_care, 1 << 30, 0, 250, 1.0);
  (void)cmb_event_schedule(stop, NULL, NULL, days, 0);
  (void)cmb_event_schedule(arrives, NULL, NULL, cmb_random_exponential(1 / 18.0), 0);
}

static void print_six_stations(double days) {
  for (int s = 0; s < home; ++s) {
    touch(&stations[s], days);
    printf(", \"%s_per_day\": %.4f, \"%s_in_use\": %.4f", names[s],
           (double)stations[s].entries / half, names[s], stations[s].area / half);
  }
}

int main(int count, char** arguments) {
  if (count < 2 || strlen(arguments[1]) != 1 || strchr("AB", arguments[1][0]) == NULL) {
    fputs("usage: cimba A|B [CUSTOMERS|DAYS]\n", stderr);
    return 2;
  }
  const int single = arguments[1][0] == 'A';
  const double size = count > 2 ? atof(arguments[2]) : single ? 1e6 : 7300;

  cmb_logger_flags_off(CMB_LOGGER_INFO);
  cmb_random_initialize(1);
  cmb_event_queue_initialize(0.0);
  if (single) {
    line.size = 64;
    line.ring = allocated(malloc(line.size * sizeof *line.ring));
    to_come = (uint64_t)size;
    (void)cmb_event_schedule(customer, NULL, NULL, 0.0, 0);
  } else {
    start_six_stations(size);
  }
  const clock_t before = clock();
  cmb_event_queue_execute();
  const double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
  cmb_event_queue_terminate();

  printf("{\"peer\": \"Cimba\", \"version\": \"%s\", \"work\": \"%s\", \"size\": %.0f, ",
         cimba_version(), arguments[1], size);
  printf("\"events\": %llu, \"seconds\": %.3f", (unsigned long long)events, seconds);
  if (single) {
    print_single_server(size);
  } else {
    print_six_stations(size);
  }
  puts("}");
  return 0;
}
