// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.management.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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
    server = java(EchoServer.class, "--port", "0").start();
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
