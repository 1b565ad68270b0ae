// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.join;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.spawn;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import dev.weft.Weft;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An echo server and many clients, over real sockets and on one thread. Prints what happened.
 *
 * <p>Options: {@code --connections} (300), {@code --bytes} that each connection sends (100000), and
 * the {@code --port} to listen on (0, any that is free).
 */
public final class Echo {
  private final int connections;
  private final int bytes;
  private final int port;
  private final PrintStream out;

  /** How often something went wrong, by what went wrong. */
  private final Map<String, Integer> failures = new TreeMap<>();

  Echo(int connections, int bytes, int port, PrintStream out) {
    this.connections = connections;
    this.bytes = bytes;
    this.port = port;
    this.out = out;
  }

  /** Finds out beforehand whether the operating system allows so many connections. */
  void checkLimit() {
    long needed = 2L * connections + 100; // both ends are ours; and whatever else is open
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        && system.getMaxFileDescriptorCount() < needed) {
      throw new IllegalArgumentException(
          "%d connections need %d open files, and this process may have %d (see ulimit -n)"
              .formatted(connections, needed, system.getMaxFileDescriptorCount()));
    }
  }

  /** Returns whether every byte of every connection has come back. */
  @Async
  Coroutine<Boolean> run() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (EchoServer server = EchoServer.at(new InetSocketAddress(here, port))) {
      Task<Void> serving = await(spawn("server", server.serve()));
      try {
        out.println("the echo server listens on port " + server.address().getPort());
        List<EchoClient> clients = await(connect(server));
        await(talk(clients));
      } finally {
        await(EchoServer.stop(serving));
      }
      out.printf(
          "server: %d accepted, %d at the same time, %d broken off, %d still open%n",
          server.accepted(), server.peak(), server.broken(), server.open());
    }
    return done(failures.isEmpty());
  }

  /** Has all connect, and waits for the server to welcome them, so that all are there at once. */
  @Async
  private Coroutine<List<EchoClient>> connect(EchoServer server) throws IOException {
    List<Task<EchoClient>> connecting = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      connecting.add(await(spawn("connect " + i, EchoClient.to(server.address(), i, bytes))));
    }
    List<EchoClient> clients = await(all(connecting));
    for (int patience = 1_000; server.accepted() < clients.size() && patience > 0; patience--) {
      await(sleep(Duration.ofMillis(1)));
    }
    out.printf("%d connections, %d bytes each%n", clients.size(), bytes);
    return done(clients);
  }

  @Async
  private Coroutine<Void> talk(List<EchoClient> clients) throws IOException {
    long start = System.nanoTime();
    List<Task<Void>> talking = new ArrayList<>();
    for (EchoClient client : clients) {
      talking.add(await(spawn("talk", client.talk())));
    }
    int faultless = await(all(talking)).size();
    double seconds = (System.nanoTime() - start) / 1e9;

    long total = (long) faultless * bytes;
    out.printf("%d connections got back every byte, in order%n", faultless);
    out.printf(
        Locale.ROOT,
        "%d bytes there and back in %.2f s, %.1f MB/s%n",
        total,
        seconds,
        total / 1e6 / seconds);
    failures.forEach((what, times) -> out.println("FAILED " + times + " times: " + what));
    out.println(failures.isEmpty() ? "no failures" : "there were failures");
    return done();
  }

  /** Waits for all; returns the results of those that did not fail, and notes those that did. */
  @Async
  private <T> Coroutine<List<T>> all(List<Task<T>> tasks) {
    List<T> results = new ArrayList<>();
    for (Task<T> task : tasks) {
      try {
        results.add(await(join(task)));
      } catch (Exception e) {
        failures.merge(e.getMessage() == null ? e.toString() : e.getMessage(), 1, Integer::sum);
      }
    }
    return done(results);
  }

  public static void main(String[] args) {
    try {
      Arguments options = new Arguments(List.of("--connections", "--bytes", "--port"), args);
      Echo echo =
          new Echo(
              options.number("--connections", 300, 1, 100_000),
              options.number("--bytes", 100_000, 0, Integer.MAX_VALUE),
              options.number("--port", 0, 0, 65_535),
              System.out);
      echo.checkLimit();
      if (!Weft.run(echo.run())) {
        System.exit(1);
      }
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("Echo: " + e.getMessage());
      System.exit(1);
    }
  }
}
