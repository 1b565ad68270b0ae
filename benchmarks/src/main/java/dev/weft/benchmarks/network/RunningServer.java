// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of an echo server. Closing its standard input ends it. */
final class RunningServer implements AutoCloseable {
  final Peer peer;
  final int port;
  private final Process process;
  private final BufferedReader output;
  private final Writer input;

  private RunningServer(Peer peer, int port, Process process) {
    this.peer = peer;
    this.port = port;
    this.process = process;
    this.output = process.inputReader();
    this.input = process.outputWriter();
  }

  /** Starts a server and waits until it can be connected to. */
  static RunningServer start(Peer peer, List<String> command, int loops) throws IOException {
    int port = freePort();
    List<String> complete = new ArrayList<>(command);
    complete.addAll(List.of(Integer.toString(port), Integer.toString(loops)));
    Process process =
        new ProcessBuilder(OpenFiles.raised(complete))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    RunningServer server = new RunningServer(peer, port, process);
    try {
      server.expect("ready");
      if (peer.onJvm()) {
        long unused = server.ask("allocated"); // lest what the first answer loads be measured
      }
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  long pid() {
    return process.pid();
  }

  /** A number that the server knows; see {@link Server#answer}. */
  long ask(String question) throws IOException {
    input.write(question + "\n");
    input.flush();
    return Long.parseLong(expect(question + " ").trim());
  }

  /** Bytes of memory that are its own. */
  long resident() throws IOException {
    for (String line : Files.readAllLines(proc("status"))) {
      if (line.startsWith("VmRSS:")) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("the kernel does not tell the resident memory of " + peer.name());
  }

  /** Waits until the server has nothing to do: it has closed what it was disconnected from. */
  void settle() throws IOException, InterruptedException {
    for (int patience = 250; patience > 0; patience--) {
      long before = cpuNanos();
      Thread.sleep(20);
      if (cpuNanos() - before < 500_000) {
        return;
      }
    }
    throw new IOException(peer.name() + " does not come to rest");
  }

  private long cpuNanos() throws IOException {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(proc("task"))) {
      for (Path thread : threads) {
        try {
          String times = Files.readString(thread.resolve("schedstat"));
          sum += Long.parseLong(times.substring(0, times.indexOf(' ')));
        } catch (NoSuchFileException e) {
          // the thread has ended
        }
      }
    }
    return sum;
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(pid()), file);
  }

  private String expect(String start) throws IOException {
    String line = output.readLine();
    if (line == null || !line.startsWith(start)) {
      throw new IOException(peer.name() + " said '" + line + "' and not '" + start + "'");
    }
    return line.substring(start.length());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      input.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
