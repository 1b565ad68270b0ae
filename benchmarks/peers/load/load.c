// SPDX-License-Identifier: Apache-2.0
//
// Load for an echo server on 127.0.0.1: a closed loop with one message in flight on each connection.
//
//   load <port> <connections> <message bytes> <warm-up seconds> <seconds> [<pid> [<idle>]]
//
// Prints "begin" when the warm-up is over, "end" when the time is, then lines "metric value unit", and "done".
// With the pid of the server also how much CPU the server used between begin and end: the clock of the whole
// process, which counts threads that have ended too. Idle connections say one message and then nothing.
// The connections stay open until its standard input ends. A byte that comes back wrong, or a server that does
// not answer for five minutes, ends the program with a status other than 0.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
  BATCH = 512,              // events taken at once
  PATTERN = 1 << 16,        // bytes that messages are cut from
  PER_ADDRESS = 25000,      // connections from one local address, lest its ports run out
  STEPS = 64,               // steps of the histogram between a power of two and the next
  SCALES = 40,              // powers of two: nanoseconds up to a quarter of an hour
};

typedef struct {
  int fd;
  uint32_t offset;          // where in the pattern the message in flight begins
  uint32_t received;
  uint64_t sent_at;
} connection;

static int message;
static unsigned char *pattern;
static uint64_t histogram[SCALES * STEPS];

static void fail(const char *what) {
  fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
  exit(1);
}

static uint64_t nanos(clockid_t clock) {
  struct timespec t;
  if (clock_gettime(clock, &t) != 0) fail("clock_gettime");
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// Within 1/32 of the truth, whatever the scale.
static int bucket(uint64_t ns) {
  int scale = ns < STEPS ? 0 : 58 - __builtin_clzll(ns);
  int index = scale * STEPS + (int)((ns >> scale) - (scale > 0 ? STEPS / 2 : 0));
  return index < SCALES * STEPS ? index : SCALES * STEPS - 1;
}

static double bucket_us(int index) {
  int scale = index / STEPS;
  uint64_t low = (uint64_t)(index % STEPS + (scale > 0 ? STEPS / 2 : 0)) << scale;
  return (double)low / 1e3;
}

static double quantile(uint64_t total, double share) {
  uint64_t rank = (uint64_t)((double)total * share);
  uint64_t seen = 0;
  for (int i = 0; i < SCALES * STEPS; i++) {
    seen += histogram[i];
    if (seen > rank) return bucket_us(i);
  }
  return 0;
}

static void start(connection *c, uint64_t now) {
  c->received = 0;
  c->offset = (c->offset + 61) % (PATTERN - (uint32_t)message);
  c->sent_at = now;
  if (send(c->fd, pattern + c->offset, (size_t)message, MSG_NOSIGNAL | MSG_DONTWAIT) != message) fail("send");
}

// Takes what is there; returns whether the message is complete.
static int take(connection *c, int flags) {
  static unsigned char buffer[1 << 16];
  ssize_t n = recv(c->fd, buffer, (size_t)message - c->received, flags);
  if (n < 0 && errno == EAGAIN) return 0;
  if (n <= 0) fail(n == 0 ? "the server hung up" : "recv");
  if (memcmp(buffer, pattern + c->offset + c->received, (size_t)n) != 0) {
    fprintf(stderr, "load: wrong bytes came back\n");
    exit(1);
  }
  c->received += (uint32_t)n;
  return c->received == (uint32_t)message;
}

// Connects and has one message echoed, so that the server's backlog never overflows.
static void open_connection(connection *c, int port, int number) {
  struct sockaddr_in local = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + (uint32_t)(number / PER_ADDRESS))};
  struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int on = 1;
  struct linger reset = {.l_onoff = 1, .l_linger = 0};  // no TIME_WAIT left behind for the next run
  c->fd = socket(AF_INET, SOCK_STREAM, 0);
  if (c->fd < 0) fail("socket");
  if (setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on) != 0) fail("setsockopt");
  if (bind(c->fd, (struct sockaddr *)&local, sizeof local) != 0) fail("bind");
  if (connect(c->fd, (struct sockaddr *)&server, sizeof server) != 0) fail("connect");
  if (setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0) fail("setsockopt");
  if (setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset) != 0) fail("setsockopt");
  c->offset = (uint32_t)number * 997 % (PATTERN - (uint32_t)message);
  start(c, 0);
  while (!take(c, 0)) {}
}

int main(int argc, char **argv) {
  if (argc < 6 || argc > 8) {
    fprintf(stderr, "usage: load <port> <connections> <message bytes> <warm-up seconds> <seconds> [<pid> [<idle>]]\n");
    return 2;
  }
  int port = atoi(argv[1]);
  int count = atoi(argv[2]);
  message = atoi(argv[3]);
  uint64_t warm_up = (uint64_t)(atof(argv[4]) * 1e9);
  uint64_t window = (uint64_t)(atof(argv[5]) * 1e9);
  int pid = argc > 6 ? atoi(argv[6]) : 0;
  int idle = argc > 7 ? atoi(argv[7]) : 0;
  if (message < 1 || message >= PATTERN) {
    fprintf(stderr, "load: a message has 1 to %d bytes\n", PATTERN - 1);
    return 2;
  }
  clockid_t server_clock = CLOCK_MONOTONIC;
  if (pid > 0 && (errno = clock_getcpuclockid(pid, &server_clock)) != 0) fail("clock_getcpuclockid");

  alarm(300 + (unsigned)((warm_up + window) / 1000000000u));
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);

  pattern = malloc(PATTERN);
  uint32_t random = 2463534242u;
  for (int i = 0; i < PATTERN; i++) {
    random ^= random << 13;
    random ^= random >> 17;
    random ^= random << 5;
    pattern[i] = (unsigned char)(random >> 11);
  }

  connection *connections = calloc((size_t)(count + idle), sizeof *connections);
  int epoll = epoll_create1(0);
  for (int i = 0; i < count + idle; i++) {
    open_connection(&connections[i], port, i);
    if (i >= count) continue;
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.ptr = &connections[i]};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, connections[i].fd, &event) != 0) fail("epoll_ctl");
  }

  uint64_t began = nanos(CLOCK_MONOTONIC);
  uint64_t turn = began + warm_up;  // when the warm-up ends, and then when the time does
  uint64_t server_cpu = 0, own_cpu = 0, messages = 0;
  int measuring = 0;
  for (int i = 0; i < count; i++) start(&connections[i], nanos(CLOCK_MONOTONIC));
  for (;;) {
    struct epoll_event events[BATCH];
    int ready = epoll_wait(epoll, events, BATCH, 100);
    if (ready < 0 && errno != EINTR) fail("epoll_wait");
    uint64_t now = nanos(CLOCK_MONOTONIC);
    for (int i = 0; i < ready; i++) {
      connection *c = events[i].data.ptr;
      if (!take(c, MSG_DONTWAIT)) continue;
      now = nanos(CLOCK_MONOTONIC);
      if (measuring) {
        histogram[bucket(now - c->sent_at)]++;
        messages++;
      }
      start(c, now);
    }
    if (now < turn) continue;
    if (measuring) {
      server_cpu = nanos(server_clock) - server_cpu;
      own_cpu = nanos(CLOCK_PROCESS_CPUTIME_ID) - own_cpu;
      window = now - began;
      break;
    }
    measuring = 1;
    printf("begin\n");
    fflush(stdout);
    server_cpu = nanos(server_clock);
    own_cpu = nanos(CLOCK_PROCESS_CPUTIME_ID);
    began = nanos(CLOCK_MONOTONIC);
    turn = began + window;
  }

  printf("end\n");
  printf("messages %llu messages\n", (unsigned long long)messages);
  printf("seconds %.6f s\n", (double)window / 1e9);
  printf("p50 %.2f us\n", quantile(messages, 0.5));
  printf("p99 %.2f us\n", quantile(messages, 0.99));
  printf("p999 %.2f us\n", quantile(messages, 0.999));
  printf("generator %.3f share\n", (double)own_cpu / (double)window);
  if (pid > 0) {
    printf("server %.3f share\n", (double)server_cpu / (double)window);
    printf("cpu %.4f us\n", (double)server_cpu / 1e3 / (double)(messages > 0 ? messages : 1));
  }
  printf("done\n");
  fflush(stdout);
  // The connections stay until the runner has looked at the server and closes its end.
  while (getchar() != EOF) {}
  return 0;
}
