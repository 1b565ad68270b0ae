// SPDX-License-Identifier: Apache-2.0
//
// echo <port> [loops]: an epoll loop as a careful C programmer writes it. Each loop is a thread with a
// listener of its own (SO_REUSEPORT). Edge-triggered: a read that does not fill the buffer has emptied
// the socket, so nothing is asked twice. Ends with its standard input.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BATCH = 1024, BUFFER = 16 * 1024 };

typedef struct {
  int fd;
  int begin, end;  // what is not written back yet
  char buffer[BUFFER];
} connection;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int listener_at(int port) {
  int on = 1;
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
  if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
  if (listen(fd, 4096) != 0) fail("listen");
  return fd;
}

static void accept_all(int epoll, int listener) {
  int fd;
  while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connection *c = malloc(sizeof *c);
    c->fd = fd;
    c->begin = c->end = 0;
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = c};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) != 0) fail("epoll_ctl");
  }
}

// Returns 0 if the socket takes no more for now, -1 if it is broken.
static int flush(connection *c) {
  while (c->begin < c->end) {
    ssize_t n = send(c->fd, c->buffer + c->begin, (size_t)(c->end - c->begin), MSG_NOSIGNAL);
    if (n < 0) return errno == EAGAIN ? 0 : -1;
    c->begin += (int)n;
  }
  return 1;
}

static void serve(connection *c) {
  int flushed;
  while ((flushed = flush(c)) > 0) {
    ssize_t n = recv(c->fd, c->buffer, BUFFER, 0);
    if (n <= 0) {
      if (n < 0 && errno == EAGAIN) return;
      flushed = -1;
      break;
    }
    c->begin = 0;
    c->end = (int)n;
    if (n < BUFFER) {
      flushed = flush(c);
      break;
    }
  }
  if (flushed < 0) {
    close(c->fd);
    free(c);
  }
}

static void *loop(void *at) {
  int listener = *(int *)at;
  int epoll = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event) != 0) fail("epoll_ctl");
  for (;;) {
    struct epoll_event events[BATCH];
    int ready = epoll_wait(epoll, events, BATCH, -1);
    for (int i = 0; i < ready; i++) {
      if (events[i].data.ptr == NULL) {
        accept_all(epoll, listener);
      } else {
        serve(events[i].data.ptr);
      }
    }
  }
  return NULL;
}

int main(int argc, char **argv) {
  int loops = argc > 2 ? atoi(argv[2]) : 1;
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  int listeners[loops];
  pthread_t thread;
  for (int i = 0; i < loops; i++) listeners[i] = listener_at(atoi(argv[1]));
  for (int i = 0; i < loops; i++) pthread_create(&thread, NULL, loop, &listeners[i]);
  printf("ready\n");
  fflush(stdout);
  while (getchar() != EOF) {}
  return 0;
}
