// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners in several modules that one run of javac compiles. */
class ModulesTest {
  private static final String SERVER =
      """
      package server;

      import static dev.weft.Weft.*;

      import dev.weft.*;

      public class Server {
        private int asked = 3;

        @Async
        public Coroutine<Integer> ask(int more) {
          await(yieldNow());
          asked += more;
          return done(asked);
        }
      }
      """;

  private static final String CLIENT =
      """
      package client;

      import static dev.weft.Weft.*;

      import dev.weft.*;
      import server.Server;

      public class Client {
        private record Answer(int value) {}

        @Async
        private static Coroutine<Integer> talk() {
          var server = new Server();
          var first = new Answer(await(server.ask(1)));
          return done(first.value() + await(server.ask(1)));
        }

        static String main() {
          return "" + Weft.run(talk());
        }
      }
      """;

  private static final String INSIDE =
      """
      package inside;

      class Inside {}
      """;

  @TempDir Path directory;

  private Javac.Outcome compile(String... more) {
    Path sources = directory.resolve("sources");
    Sources.write(
        sources,
        "server/module-info.java",
        "module server { requires transitive dev.weft; exports server; }");
    Sources.write(
        sources, "client/module-info.java", "module client { requires server; opens client; }");
    Sources.write(sources, "server/server/Server.java", SERVER);
    Sources.write(sources, "client/client/Client.java", CLIENT);
    List<String> files = new ArrayList<>(List.of(more));
    files.forEach(file -> Sources.write(sources, file, INSIDE));
    files.add("server/module-info.java");
    files.add("client/module-info.java");
    files.add("server/server/Server.java");
    files.add("client/client/Client.java");
    return new Javac(directory.resolve("classes"))
        .weft()
        .options("--module-source-path", sources.toString())
        .options("--module-path", Javac.path(Javac.RUNTIME))
        .compile(sources, files);
  }

  @Test
  void ownersInSeveralModules() {
    Javac.Outcome outcome = compile("server/inside/Inside.java");
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.success()).isTrue();
    assertThat(Javac.classes(directory.resolve("classes")).keySet())
        .containsAtLeast("server/server/Server_ask", "client/client/Client_talk");
  }

  /** Java allows it; Weft, which goes by names, says what to do. */
  @Test
  void modulesThatShareAPackage() {
    Javac.Outcome outcome = compile("server/inside/Inside.java", "client/inside/Inside.java");
    assertThat(outcome.success()).isFalse();
    assertThat(outcome.diagnostics()).hasSize(2);
    for (String diagnostic : outcome.diagnostics()) {
      assertThat(diagnostic).contains("WEFT017");
      assertThat(diagnostic).contains("share the package inside: client, server");
    }
  }
}
