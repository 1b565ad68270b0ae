// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.weft.Weft;
import dev.weft.samples.Output;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program as a whole, and its command lines. */
@Timeout(120)
class EchoTest {

  @Test
  void tellsWhatHappened() throws Throwable {
    List<String> lines =
        Output.of(() -> Echo.main(new String[] {"--connections", "20", "--bytes", "12345"}));
    assertTrue(lines.get(0).matches("the echo server listens on port [1-9]\\d*"), lines.get(0));
    assertEquals("20 connections, 12345 bytes each", lines.get(1));
    assertEquals("20 connections got back every byte, in order", lines.get(2));
    assertTrue(lines.get(3).matches("246900 bytes there and back in [\\d.]+ s, [\\d.]+ MB/s"));
    assertEquals("no failures", lines.get(4));
    assertTrue(
        lines
            .get(5)
            .matches("server: 20 accepted, \\d+ at the same time, 0 broken off, 0 still open"));
    assertEquals(6, lines.size());
  }

  @Test
  void aThousandConnectionsEchoAHundredMegabytes() throws Throwable {
    assumeTrue(
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            && system.getMaxFileDescriptorCount() >= 2_500,
        "too few files may be open");
    long before = Sockets.open();
    List<String> lines =
        Output.of(() -> assertTrue(Weft.run(new Echo(1_000, 100_000, 0, System.out).run())));
    assertEquals("1000 connections got back every byte, in order", lines.get(2));
    assertTrue(lines.get(3).startsWith("100000000 bytes there and back"), lines.get(3));
    assertTrue(lines.get(5).startsWith("server: 1000 accepted, 1000 at the same time"));
    assertEquals(before, Sockets.open());
  }

  @Test
  void nothingToSayIsEchoedToo() throws Throwable {
    List<String> lines = Output.of(() -> assertTrue(Weft.run(new Echo(3, 0, 0, System.out).run())));
    assertEquals("3 connections got back every byte, in order", lines.get(2));
  }

  @Test
  void aMessageIsTheSameAgainButNoOther() {
    ByteBuffer buffer = ByteBuffer.allocate(1_001);
    new Message(1).fill(buffer);
    assertTrue(new Message(1).matches(buffer.flip()));
    assertFalse(new Message(2).matches(buffer.rewind()));
    buffer.put(700, (byte) (buffer.get(700) + 1));
    assertFalse(new Message(1).matches(buffer.rewind()));
  }

  @Test
  void saysInOneLineWhatIsWrong() throws Exception {
    assertEquals(
        "Echo: --bytes needs a whole number from 0 to 2147483647, not 'many'",
        failureOf(Echo.class, "--bytes", "many"));
    assertEquals(
        "Echo: --connections needs a whole number from 1 to 100000, not '0'",
        failureOf(Echo.class, "--connections", "0"));
    assertEquals("Echo: --port needs a number after it", failureOf(Echo.class, "--port"));
    assertEquals(
        "EchoServer: unknown option '7777'; there are --port", failureOf(EchoServer.class, "7777"));
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + other.getLocalPort();
      String inUse = failureOf(Echo.class, "--port", port);
      assertTrue(inUse.startsWith("Echo: cannot listen on port " + port + ": "), inUse);
    }
  }

  @Test
  void saysBeforehandThatTheSystemWillNotAllowIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell to set a limit by");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n 256; exec \"$@\""));
    command.add("sh");
    command.addAll(command(Echo.class, "--connections", "100"));
    assertEquals(
        "Echo: 100 connections need 300 open files, and this process may have 256 (see ulimit -n)",
        failureOf(command));
  }

  @Test
  void theServerAloneServes() throws Exception {
    Process server = start(command(EchoServer.class, "--port", "0"));
    try (BufferedReader output = server.inputReader(UTF_8)) {
      String line = output.readLine();
      assertTrue(line.startsWith("listening on port "), line);
      int port = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
          OutputStream out = socket.getOutputStream();
          InputStream in = socket.getInputStream()) {
        out.write("Hello, world!\n".getBytes(UTF_8));
        socket.shutdownOutput();
        assertEquals("Hello, world!\n", new String(in.readAllBytes(), UTF_8));
      }
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static String failureOf(Class<?> program, String... args) throws Exception {
    return failureOf(command(program, args));
  }

  /** Runs a program that fails; returns the one line that it prints. */
  private static String failureOf(List<String> command) throws Exception {
    Process process = start(command);
    try (BufferedReader output = process.inputReader(UTF_8)) {
      List<String> lines = output.lines().toList();
      assertEquals(1, process.waitFor());
      assertEquals(1, lines.size(), lines::toString);
      return lines.get(0);
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> command(Class<?> program, String... args) throws URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(place(program) + File.pathSeparator + place(Weft.class));
    command.add(program.getName());
    command.addAll(List.of(args));
    return command;
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
