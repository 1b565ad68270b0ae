// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.util.List;
import java.util.stream.Stream;

/** The echo servers that there are. */
final class Peers {
  static final Peer HAND_WRITTEN = java("hand-written", HandWritten.class);
  static final Peer WEFT = java("weft", WeftEcho.class);
  static final Peer WEFT_EPOLL = java("weft-epoll", WeftEpoll.class);
  static final Peer NETTY_NIO = java("netty-nio", NettyEcho.class, "nio");
  static final Peer NETTY_EPOLL = java("netty-epoll", NettyEcho.class, "epoll");
  static final Peer VERTX = java("vertx", VertxEcho.class);
  static final Peer KOTLIN = Peer.java("kotlin", "dev.weft.benchmarks.network.CoroutineEcho");
  static final Peer VIRTUAL_THREADS = java("virtual-threads", VirtualThreads.class);
  static final Peer C_EPOLL = Peer.built("c-epoll", "c-echo", "c-echo");
  static final Peer WEFT_PLAIN = java("weft-plain", WeftPlain.class);
  static final Peer NETTY_IO_URING = java("netty-io_uring", NettyEcho.class, "io_uring");
  static final Peer GO = Peer.built("go", "go-echo", "go-echo");
  static final Peer TOKIO = Peer.built("tokio", "tokio-echo", "tokio-echo");
  static final Peer UVLOOP = Peer.built("uvloop", "python-echo", "uvloop-echo");
  static final Peer ASYNCIO = Peer.built("asyncio", "python-echo", "asyncio-echo");
  static final Peer NODE = Peer.built("node", "node-echo", "node-echo");

  /** Those that Weft is to be no worse than, and the limits. */
  static final List<Peer> MAIN =
      List.of(
          HAND_WRITTEN,
          WEFT,
          WEFT_EPOLL,
          NETTY_NIO,
          NETTY_EPOLL,
          VERTX,
          KOTLIN,
          VIRTUAL_THREADS,
          C_EPOLL);

  /** Those that run in fewer scenarios. */
  static final List<Peer> OTHERS =
      List.of(WEFT_PLAIN, NETTY_IO_URING, GO, TOKIO, UVLOOP, ASYNCIO, NODE);

  static final List<Peer> ALL = Stream.of(MAIN, OTHERS).flatMap(List::stream).toList();

  private Peers() {}

  private static Peer java(String name, Class<?> mainClass, String... arguments) {
    return Peer.java(name, mainClass.getName(), arguments);
  }
}
