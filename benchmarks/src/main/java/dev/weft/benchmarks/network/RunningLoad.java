// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process of the load generator, {@code benchmarks/peers/load}. Its connections stay open until
 * it is closed.
 */
final class RunningLoad implements AutoCloseable {
  /** One thing that was found out. */
  record Reading(String metric, String unit, double value) {}

  private final RunningServer server;
  private final Process process;
  private final BufferedReader output;

  private RunningLoad(RunningServer server, Process process) {
    this.server = server;
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts to load {@code server}. */
  static RunningLoad start(
      Session session, Path generator, RunningServer server, Load load, Placement placement)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(generator.toString()));
    command.addAll(load.arguments(server.port, server.pid()));
    return new RunningLoad(
        server,
        new ProcessBuilder(OpenFiles.raised(placement.load(session, command)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * Waits until the time is over. The generator itself reads the clock of all the CPU that the
   * server's process has used, the threads that have ended included, at the moments it speaks of.
   */
  List<Reading> readings() throws IOException {
    expect("begin");
    long unasked = allocated();
    long before = allocated(); // the difference is the price of asking
    expect("end");
    long after = allocated() - (before - unasked);
    List<Reading> readings = new ArrayList<>();
    double messages = 0;
    double seconds = 0;
    for (String line = line(); !line.equals("done"); line = line()) {
      String[] words = line.split(" ");
      double value = Double.parseDouble(words[1]);
      switch (words[0]) {
        case "messages" -> messages = value;
        case "seconds" -> seconds = value;
        default -> readings.add(new Reading(words[0], words[2], value));
      }
    }
    readings.add(new Reading("throughput", "messages/s", messages / seconds));
    if (server.peer.onJvm()) {
      readings.add(new Reading("allocated", "B", (after - before) / messages));
    }
    return readings;
  }

  private long allocated() throws IOException {
    return server.peer.onJvm() ? server.ask("allocated") : 0;
  }

  private void expect(String what) throws IOException {
    String line = line();
    if (!line.equals(what)) {
      throw new IOException("the load generator said '" + line + "' and not '" + what + "'");
    }
  }

  private String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the load generator gave up");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    try {
      process.outputWriter().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
