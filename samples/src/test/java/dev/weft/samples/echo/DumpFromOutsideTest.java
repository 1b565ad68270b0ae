// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.management.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server in a process of its own, started without any preparation, is asked by the command. */
@Timeout(120)
class DumpFromOutsideTest {
  private final List<Socket> clients = new ArrayList<>();
  private Process server;

  @BeforeEach
  void startWithClientsThatSendNothing() throws IOException {
    start(java(EchoServer.class, "--port", "0"));
  }

  private void start(ProcessBuilder program) throws IOException {
    server = program.start();
    BufferedReader output = server.inputReader(UTF_8);
    String line = output.readLine();
    assertTrue(line != null && line.matches("listening on port \\d+"), line);
    int port = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
    for (int i = 0; i < 2; i++) {
      Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
      clients.add(client);
      client.getOutputStream().write('x');
      assertEquals('x', client.getInputStream().read()); // so its task has begun
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket client : clients) {
      client.close();
    }
    server.destroy();
    server.waitFor();
  }

  private static ProcessBuilder java(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    Collections.addAll(command, arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String output(Class<?> program, String... arguments) throws Exception {
    Process process = java(program, arguments).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @Test
  void whereItsClientsHangIsShown() throws Exception {
    String dump = output(Main.class, Long.toString(server.pid()));
    String[] lines = dump.split("\\R");
    assertEquals("loop on thread main, 3 tasks", lines[0], dump);
    assertTrue(lines[1].startsWith("└── main, waiting for Accept[listener="), dump);
    assertTrue(lines[2].matches("    │   at " + at("next")), dump);
    assertTrue(lines[3].matches("    │   at " + at("serve")), dump);
    assertTrue(lines[4].startsWith("    ├── connection 1, waiting for Read[channel="), dump);
    assertTrue(lines[5].matches("    │       at " + at("echo")), dump);
    assertTrue(lines[6].matches("    │       at " + at("converse")), dump);
    assertTrue(lines[7].startsWith("    └── connection 2, waiting for Read[channel="), dump);
    assertEquals(10, lines.length, dump);
    String json = output(Main.class, "--json", Long.toString(server.pid()));
    assertTrue(json.startsWith("[{\"thread\":\"main\",\"heldUp\":false,\"tasks\":[{"), json);
    assertEquals(3, json.split("\"status\":\"waiting\"", -1).length - 1, json);
  }

  private static String at(String method) {
    return "dev\\.weft\\.samples\\.echo\\.EchoServer\\." + method + "\\(EchoServer\\.java:\\d+\\)";
  }

  /** A program that loads Weft by a loader of its own, as a container of web applications does. */
  static final class Container {
    private Container() {}

    public static void main(String[] args) throws Exception {
      List<URL> urls = new ArrayList<>();
      for (String place : args[0].split(File.pathSeparator)) {
        urls.add(Path.of(place).toUri().toURL());
      }
      ClassLoader loader =
          new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
      if (args[1].equals("registers")) {
        loader.loadClass("dev.weft.management.Loops").getMethod("register").invoke(null);
      }
      loader
          .loadClass("dev.weft.samples.echo.EchoServer")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"--port", "0"});
    }
  }

  private void startInContainer(String how) throws Exception {
    stop();
    clients.clear();
    Path own = Path.of(Container.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    start(
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                own.toString(),
                Container.class.getName(),
                System.getProperty("java.class.path"),
                how)
            .redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  @Test
  void whoLoadsWeftByItselfRegistersTheBean() throws Exception {
    startInContainer("registers");
    String dump = output(Main.class, Long.toString(server.pid()));
    assertTrue(dump.startsWith("loop on thread main, 3 tasks"), dump);
  }

  @Test
  void whoLoadsWeftByItselfAndDoesNotIsToldHow() throws Exception {
    startInContainer("does not");
    Process command =
        java(Main.class, Long.toString(server.pid())).redirectErrorStream(true).start();
    String output = new String(command.getInputStream().readAllBytes(), UTF_8);
    assertEquals(1, command.waitFor());
    assertTrue(output.contains("have it call Loops.register()"), output);
  }

  @Test
  void whoIsNotThereCannotBeAsked() throws Exception {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-cp", ".", "-version")
            .redirectErrorStream(true)
            .start();
    other.waitFor(); // it has ended, so there is nobody to ask
    Process command =
        java(Main.class, Long.toString(other.pid())).redirectErrorStream(true).start();
    String output = new String(command.getInputStream().readAllBytes(), UTF_8);
    assertEquals(1, command.waitFor());
    assertTrue(output.startsWith("cannot ask process " + other.pid() + ": "), output);
  }
}
