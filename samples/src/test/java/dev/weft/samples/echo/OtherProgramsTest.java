// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.spawn;
import static dev.weft.Weft.yieldNow;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import dev.weft.Weft;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server talks to programs that know nothing of it. */
@Timeout(60)
class OtherProgramsTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void netcat() throws IOException {
    Weft.run(echoThrough(false, "nc", "127.0.0.1", "PORT"));
  }

  @Test
  void socat() throws IOException {
    Weft.run(echoThrough(false, "socat", "STDIO", "TCP:127.0.0.1:PORT"));
  }

  @Test
  void curl() throws IOException {
    // Before it looks at the socket again, curl waits for input, unless it knows that there is
    // none.
    Weft.run(echoThrough(true, "curl", "--silent", "--no-buffer", "telnet://127.0.0.1:PORT"));
  }

  @Test
  void killedNetcats() throws IOException {
    long before = Sockets.open();
    Weft.run(kill("nc", "127.0.0.1", "PORT"));
    assertEquals(before, Sockets.open());
  }

  private static EchoServer server() throws IOException {
    return EchoServer.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts a program; it is skipped if it is not installed. */
  private static ProcessBuilder program(EchoServer server, String... command) throws IOException {
    String path = System.getenv().getOrDefault("PATH", "");
    assumeTrue(
        Stream.of(path.split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))),
        command[0] + " is not installed");
    String port = "" + server.address().getPort();
    return new ProcessBuilder(Stream.of(command).map(word -> word.replace("PORT", port)).toList())
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** Has a program send a text and print what comes back. */
  @Async
  private Coroutine<Void> echoThrough(boolean endInput, String... command) throws IOException {
    try (EchoServer server = server()) {
      Process process = program(server, command).start();
      try {
        Task<Void> serving = await(spawn(server.serve()));
        byte[] text =
            String.join("\n", Collections.nCopies(20_000, "Hello, world!")).getBytes(US_ASCII);
        OutputStream input = process.getOutputStream();
        InputStream output = process.getInputStream();
        CompletableFuture<Void> written =
            CompletableFuture.runAsync(() -> write(input, text, endInput), threads);
        CompletableFuture<byte[]> echo =
            CompletableFuture.supplyAsync(() -> read(output, text.length), threads);
        await(written);
        assertArrayEquals(text, await(echo));
        process.destroy();
        await(process.onExit());
        while (server.open() > 0) {
          await(yieldNow());
        }
        assertEquals(1, server.accepted());
        await(EchoServer.stop(serving));
      } finally {
        process.destroyForcibly();
      }
    }
    return done();
  }

  /** Kills programs that have sent much and read nothing. */
  @Async
  private Coroutine<Void> kill(String... command) throws IOException {
    try (EchoServer server = server()) {
      Task<Void> serving = await(spawn(server.serve()));
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        processes.add(program(server, command).redirectInput(new File("/dev/zero")).start());
      }
      while (server.open() < processes.size()) {
        await(yieldNow());
      }
      for (Process process : processes) {
        await(process.destroyForcibly().onExit());
      }
      while (server.open() > 0) {
        await(yieldNow());
      }
      await(await(EchoClient.to(server.address(), 1, 100_000)).talk());
      await(EchoServer.stop(serving));
    }
    return done();
  }

  private static void write(OutputStream stream, byte[] bytes, boolean end) {
    try {
      stream.write(bytes);
      stream.flush();
      if (end) {
        stream.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(InputStream stream, int count) {
    try {
      return stream.readNBytes(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
