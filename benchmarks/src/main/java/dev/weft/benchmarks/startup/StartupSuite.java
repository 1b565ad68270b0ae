// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import dev.weft.benchmarks.Figure;
import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Program.ProgramFailedException;
import dev.weft.benchmarks.Session;
import dev.weft.benchmarks.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From {@code java} to the first await and out, and the sizes of the jars. */
public final class StartupSuite implements Suite {
  /** A start is short and its time spreads, so many of them make a round. */
  private static final int STARTS = 7;

  private static final int PATIENCE = 60;
  private static final Path TARGET = Path.of("benchmarks/target");

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    sizes(session);
    Path archives = Files.createDirectories(TARGET.resolve("archives"));
    for (Hello hello : Hello.ALL) {
      if (session.wants(hello.peer())) {
        time(session, hello, archive(archives, hello)); // which makes the archive
      }
    }
    int starts = session.quick() ? 1 : STARTS * session.rounds();
    for (int i = 0; i < starts; i++) {
      for (Hello hello : Hello.ALL) {
        if (session.wants(hello.peer())) {
          record(session, hello, "hello", List.of());
          record(session, hello, "hello-cds", archive(archives, hello));
        }
      }
    }
  }

  /** An archive of the loaded classes, which the JVM makes when it ends and there is none yet. */
  private static List<String> archive(Path archives, Hello hello) {
    Path archive = archives.resolve(hello.peer() + ".jsa");
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:disable"); // of classes that it leaves out
  }

  private void record(Session session, Hello hello, String scenario, List<String> options)
      throws IOException, InterruptedException {
    double seconds = time(session, hello, options);
    if (seconds > 0) {
      session.record(new Figure(name(), scenario, hello.peer(), "wall", "ms", seconds * 1e3));
    }
  }

  private double time(Session session, Hello hello, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = session.pinned(0, hello.command(options, TARGET.resolve("lib")));
    long from = System.nanoTime();
    try {
      new Program(command, PATIENCE).run();
    } catch (ProgramFailedException e) {
      session.missing(name(), "hello", hello.peer(), e.reason());
      return 0;
    }
    return (System.nanoTime() - from) / 1e9;
  }

  private void sizes(Session session) throws IOException {
    Path lib = TARGET.resolve("lib");
    size(session, "weft", Jars.size(lib, Jars.WEFT), 0);
    size(session, "kotlin", Jars.size(lib, Jars.COROUTINES), Jars.size(lib, Jars.KOTLIN));
    size(session, "netty", Jars.size(lib, Jars.NETTY), 0);
    size(session, "vertx", Jars.size(lib, Jars.VERTX), Jars.size(lib, Jars.OF_VERTX));
  }

  private void size(Session session, String peer, long own, long dependencies) {
    session.record(new Figure(name(), "size", peer, "own", "B", own));
    session.record(new Figure(name(), "size", peer, "all", "B", own + dependencies));
  }
}
