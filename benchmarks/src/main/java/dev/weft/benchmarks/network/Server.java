// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/** What all servers on the JVM have in common: the command line, and the runner's questions. */
final class Server {
  /** Of each connection that has a buffer of its own. */
  static final int BUFFER = 16 * 1024;

  /** Connections that may wait to be accepted. */
  static final int BACKLOG = 4096;

  private Server() {}

  /** The address that a command line {@code <port> [loops]} names. */
  static InetSocketAddress address(String[] args) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
  }

  /** The number of loops, and so of threads, that a command line names. */
  static int loops(String[] args) {
    return args.length > 1 ? Integer.parseInt(args[1]) : 1;
  }

  /** A listener in blocking mode. */
  static ServerSocketChannel listen(String[] args) throws IOException {
    return listen(args, SelectorProvider.provider());
  }

  /** A listener of another provider, in blocking mode. */
  static ServerSocketChannel listen(String[] args, SelectorProvider provider) throws IOException {
    ServerSocketChannel listener = provider.openServerSocketChannel();
    listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    return listener.bind(address(args), BACKLOG);
  }

  /** Answers the runner until it ends the program. Called once connections are accepted. */
  static void answer() throws IOException {
    System.out.println("ready");
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String asked = questions.readLine(); asked != null; asked = questions.readLine()) {
      switch (asked) {
        case "allocated" -> System.out.println("allocated " + allocated());
        case "live" -> System.out.println("live " + live());
        default -> throw new IOException("asked for " + asked);
      }
    }
    System.exit(0);
  }

  /** Bytes of heap that all threads have allocated; none of a server's threads ends. */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] each = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
    return LongStream.of(each).filter(bytes -> bytes > 0).sum();
  }

  /** Bytes of heap that are reachable. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
