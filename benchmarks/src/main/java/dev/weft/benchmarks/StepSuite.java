// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jol.info.ClassLayout;

/**
 * The JMH benchmarks of {@code dev.weft.benchmarks.step}: the class is the scenario, the method the
 * peer. Each round is a run of JMH with one fork for each benchmark, so that a disturbance of the
 * machine meets one fork of each and not all forks of one.
 */
final class StepSuite implements Suite {
  private static final String PACKAGE = "dev.weft.benchmarks.step.";
  private static final String ALLOCATION = ":gc.alloc.rate.norm";

  /** By method. */
  private static final Map<String, String> PEERS =
      Map.of(
          "weft", "weft",
          "handWritten", "hand-written",
          "plainMethod", "plain-method",
          "kotlin", "kotlin",
          "virtualThread", "virtual-threads");

  private static final List<String> STEADY =
      List.of("-wi", "3", "-w", "400ms", "-i", "4", "-r", "300ms");
  private static final List<String> QUICK = List.of("-wi", "0", "-i", "1", "-r", "10ms");

  /** The coroutines that are awaited where nothing else is to be allocated, by scenario. */
  private static final Map<String, String> OBJECTS =
      Map.of(
          "completed-value",
          "dev.weft.Completed",
          "completed-coroutine",
          PACKAGE + "CompletedCoroutine_other");

  @Override
  public String name() {
    return "step";
  }

  @Override
  public void run(Session session) throws IOException, InterruptedException {
    for (int round = 1; round <= session.rounds(); round++) {
      System.out.println("step, round " + round + " of " + session.rounds());
      round(session);
    }
    if (session.wants("weft")) {
      OBJECTS.forEach((scenario, name) -> record(session, scenario, name));
    }
  }

  private void record(Session session, String scenario, String className) {
    try {
      long size = ClassLayout.parseClass(Class.forName(className)).instanceSize();
      session.record(new Figure(name(), scenario, "weft", "object", "B", (double) size));
    } catch (ClassNotFoundException e) {
      session.missing(name(), scenario, "weft", "there is no class " + className);
    }
  }

  private void round(Session session) throws IOException, InterruptedException {
    Path csv = Files.createTempFile("jmh", ".csv");
    try {
      List<String> command = new ArrayList<>();
      command.addAll(session.java(List.of("-Djmh.ignoreLock=true"), "org.openjdk.jmh.Main"));
      command.addAll(List.of("-f", "1", "-prof", "gc", "-rf", "csv", "-rff", csv.toString()));
      command.addAll(session.quick() ? QUICK : STEADY);
      command.add("^" + PACKAGE.replace(".", "\\."));
      for (String unwanted : unwanted(session)) {
        command.addAll(List.of("-e", "\\." + unwanted + "$"));
      }
      int status = new ProcessBuilder(session.pinned(0, command)).inheritIO().start().waitFor();
      if (status != 0) {
        session.missing(name(), "all", "all", "JMH ended with status " + status);
      }
      List<String> rows = Files.readAllLines(csv);
      for (String row : rows.subList(Math.min(1, rows.size()), rows.size())) {
        record(row, session);
      }
    } finally {
      Files.delete(csv);
    }
  }

  private static List<String> unwanted(Session session) {
    return PEERS.entrySet().stream()
        .filter(peer -> !session.wants(peer.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@code "package.Class.method:metric","avgt",threads,samples,score,error,"unit",parameters}. */
  private void record(String row, Session session) {
    String[] cells = row.replace("\"", "").split(",", -1);
    String benchmark = cells[0];
    boolean time = !benchmark.contains(":");
    if (!time && !benchmark.endsWith(ALLOCATION)) {
      return;
    }
    String[] names = benchmark.replaceFirst(":.*", "").substring(PACKAGE.length()).split("\\.");
    StringBuilder scenario = new StringBuilder(dashed(names[0]));
    for (int i = 7; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        scenario.append('-').append(cells[i]);
      }
    }
    double score = Double.parseDouble(cells[4]);
    session.record(
        new Figure(
            name(),
            scenario.toString(),
            PEERS.getOrDefault(names[1], names[1]),
            time ? "time" : "allocated",
            time ? "ns" : "B",
            score));
  }

  /** {@code LeafResume} becomes {@code leaf-resume}. */
  private static String dashed(String name) {
    return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
