// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import dev.weft.benchmarks.Figure;
import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Program.ProgramFailedException;
import dev.weft.benchmarks.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * javac with Weft beside javac without any processor, on the same sources: in a process of its own,
 * and in one that has compiled them often before. The difference is what Weft adds.
 */
final class CompileTimes {
  private static final int PATIENCE = 300;
  private static final String WITH = "javac-with-weft";
  private static final String WITHOUT = "javac-alone";

  private final Session session;
  private final String suite;
  private final Path target;

  CompileTimes(Session session, String suite, Path target) {
    this.session = session;
    this.suite = suite;
    this.target = target;
  }

  void run() throws IOException, InterruptedException {
    for (int round = 0; round < session.rounds(); round++) {
      for (int methods : new int[] {1, 10, 100}) {
        for (String peer : List.of(WITHOUT, WITH)) {
          if (session.wants(peer)) {
            measure(methods, peer);
          }
        }
      }
    }
  }

  private void measure(int methods, String peer) throws IOException, InterruptedException {
    String scenario = "compile-" + methods;
    List<String> arguments = arguments(methods, peer.equals(WITH));
    try {
      List<String> cold = new ArrayList<>(List.of(tool("javac")));
      cold.addAll(arguments);
      long from = System.nanoTime();
      new Program(session.pinned(0, cold), PATIENCE).run();
      double milliseconds = (System.nanoTime() - from) / 1e6;
      session.record(new Figure(suite, scenario, peer, "cold", "ms", milliseconds));

      List<String> warm = new ArrayList<>(session.java(List.of(), Compile.class.getName()));
      warm.add(Integer.toString(session.quick() ? 1 : untilWarm(methods)));
      warm.addAll(arguments);
      for (Program.Reading reading : new Program(session.pinned(0, warm), PATIENCE).run()) {
        session.record(
            new Figure(suite, scenario, peer, reading.metric(), reading.unit(), reading.value()));
      }
    } catch (ProgramFailedException e) {
      session.missing(suite, scenario, peer, e.reason());
    }
  }

  /** How often it takes to compile: the more there is, the sooner it is warm. */
  private static int untilWarm(int methods) {
    return methods < 10 ? 60 : methods < 100 ? 45 : 21;
  }

  private List<String> arguments(int methods, boolean weft) throws IOException {
    Path folder = Files.createDirectories(target.resolve("compile").resolve("of-" + methods));
    Path classes = Files.createDirectories(folder.resolve(weft ? "with" : "without"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", classes.toString()));
    arguments.addAll(List.of("-cp", Jars.of(target.resolve("lib"), Jars.WEFT).get(0).toString()));
    arguments.addAll(
        weft ? List.of("-processorpath", processor().toString()) : List.of("-proc:none"));
    Sources.write(folder, methods).forEach(file -> arguments.add(file.toString()));
    return arguments;
  }

  private Path processor() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processor/target"))) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("weft-processor-[^-]*(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("the processor has not been packaged"));
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
