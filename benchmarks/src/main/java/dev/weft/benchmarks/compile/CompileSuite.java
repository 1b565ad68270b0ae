// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.compile;

import dev.weft.benchmarks.Figure;
import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Program.ProgramFailedException;
import dev.weft.benchmarks.Session;
import dev.weft.benchmarks.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * javac with Weft beside javac without any processor, on the same sources: in a process of its own,
 * and in one that has compiled them often before. The difference is what Weft adds; a part of that
 * is javac's own work on the machines, so the same machines are compiled as if they had been
 * written by hand, too.
 */
public final class CompileSuite implements Suite {
  private static final int PATIENCE = 600;
  private static final Path TARGET = Path.of("benchmarks/target");
  private static final String ALONE = "javac-alone";
  private static final String MACHINES = "javac-machines";
  private static final String WITH_WEFT = "javac-with-weft";

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    List<Job> jobs = new ArrayList<>();
    try {
      for (int methods : session.quick() ? new int[] {1, 10} : new int[] {1, 10, 100, 1_000}) {
        jobs.addAll(jobs(session, methods));
      }
    } catch (ProgramFailedException e) {
      throw new IOException("the machines could not be written: " + e.reason(), e);
    }
    for (int round = 0; round < session.rounds(); round++) {
      for (Job job : jobs) {
        measure(session, job);
      }
    }
  }

  /**
   * Something to compile.
   *
   * @param arguments javac's
   */
  private record Job(int methods, String peer, List<String> arguments) {
    String scenario() {
      return "compile-" + methods;
    }

    /** How often it takes to compile: the more there is, the sooner it is warm. */
    int untilWarm() {
      return methods < 10 ? 30 : methods < 100 ? 24 : methods < 1_000 ? 9 : 2;
    }
  }

  private static List<Job> jobs(Session session, int methods)
      throws IOException, InterruptedException, ProgramFailedException {
    Path folder = TARGET.resolve("compile").resolve("of-" + methods);
    List<String> sources = names(Sources.write(Files.createDirectories(folder), methods));
    List<String> none = List.of("-proc:none");
    List<String> weft = List.of("-processorpath", processor().toString());
    List<Job> jobs = new ArrayList<>();
    if (session.wants(ALONE)) {
      jobs.add(new Job(methods, ALONE, arguments(folder.resolve("alone"), none, sources)));
    }
    if (session.wants(MACHINES)) {
      List<String> all = new ArrayList<>(sources);
      all.addAll(machines(folder, weft, sources));
      jobs.add(new Job(methods, MACHINES, arguments(folder.resolve("written"), none, all)));
    }
    if (session.wants(WITH_WEFT)) {
      jobs.add(new Job(methods, WITH_WEFT, arguments(folder.resolve("weft"), weft, sources)));
    }
    return jobs;
  }

  /** Has the machines written, and nothing compiled. */
  private static List<String> machines(Path folder, List<String> weft, List<String> sources)
      throws IOException, InterruptedException, ProgramFailedException {
    Path machines = Files.createDirectories(folder.resolve("machines"));
    List<String> command = new ArrayList<>(List.of(tool("javac"), "-proc:only", "-s"));
    command.add(machines.toString());
    command.addAll(arguments(folder.resolve("none"), weft, sources));
    new Program(command, PATIENCE).run();
    try (Stream<Path> files = Files.list(machines)) {
      return names(files.sorted().toList());
    }
  }

  private static List<String> arguments(Path classes, List<String> options, List<String> sources)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", Files.createDirectories(classes).toString()));
    arguments.addAll(List.of("-cp", runtime().toString()));
    arguments.addAll(options);
    arguments.addAll(sources);
    return arguments;
  }

  private void measure(Session session, Job job) throws IOException, InterruptedException {
    try {
      List<String> cold = new ArrayList<>(List.of(tool("javac")));
      cold.addAll(job.arguments());
      long from = System.nanoTime();
      new Program(session.pinned(0, cold), PATIENCE).run();
      record(session, job, "cold", "ms", (System.nanoTime() - from) / 1e6);

      List<String> warm = new ArrayList<>(session.java(List.of(), WarmCompiler.class.getName()));
      warm.add(Integer.toString(session.quick() ? 1 : job.untilWarm()));
      warm.addAll(job.arguments());
      for (Program.Reading reading : new Program(session.pinned(0, warm), PATIENCE).run()) {
        record(session, job, reading.metric(), reading.unit(), reading.value());
      }
    } catch (ProgramFailedException e) {
      session.missing(name(), job.scenario(), job.peer(), e.reason());
    }
  }

  private void record(Session session, Job job, String metric, String unit, double value) {
    session.record(new Figure(name(), job.scenario(), job.peer(), metric, unit, value));
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(Path::toString).toList();
  }

  private static Path runtime() throws IOException {
    return only(TARGET.resolve("lib"), "weft-runtime-.*\\.jar", "the runtime is not in lib");
  }

  private static Path processor() throws IOException {
    return only(
        Path.of("processor/target"),
        "weft-processor-[^-]*(-SNAPSHOT)?\\.jar",
        "the processor has not been packaged");
  }

  private static Path only(Path folder, String name, String otherwise) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .findFirst()
          .orElseThrow(() -> new IOException(otherwise));
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
