// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Makes programs, tries them by the dozen, and reduces those that fail. */
final class Fuzzer {
  static final int BATCH = 40;

  /** A program that fails. */
  record Finding(String name, Failure failure, Node program) {
    /** A case, as it stands in a family. */
    @Override
    public String toString() {
      String comment = "// " + failure.detail().strip().replace("\n", "\n// ");
      return comment + "\n// " + name + ": " + failure.kind() + "\n" + Sources.text(name, program);
    }
  }

  private final Trial trial;
  private final LongFunction<Node> generator;
  private final List<Finding> findings = new ArrayList<>();

  Fuzzer(Trial trial, LongFunction<Node> generator) {
    this.trial = trial;
    this.generator = generator;
  }

  /** Tries a batch of programs, of which the first is that of the seed. */
  void batch(long seed) {
    Map<String, Node> programs = new LinkedHashMap<>();
    for (long s = seed; s < seed + BATCH; s++) {
      programs.put("Z" + s, generator.apply(s));
    }
    Map<String, Failure> failures = trial.failures(programs);
    programs.forEach(
        (name, program) -> {
          Failure failure = failures.get(name);
          if (failure != null) {
            findings.add(new Finding(name, failure, program));
          }
        });
  }

  List<Finding> findings() {
    return findings;
  }

  /**
   * The smallest of each kind, made as small as they can be.
   *
   * @param limit so many of each kind; others are, as a rule, the same again
   */
  List<Finding> reduced(int limit) {
    Map<String, List<Finding>> kinds = new TreeMap<>();
    for (Finding finding : findings) {
      kinds.computeIfAbsent(finding.failure().kind(), kind -> new ArrayList<>()).add(finding);
    }
    return kinds.values().stream()
        .flatMap(
            same ->
                same.stream()
                    .sorted(Comparator.comparingInt(finding -> finding.program().size()))
                    .limit(limit))
        .map(this::reduced)
        .toList();
  }

  Finding reduced(Finding finding) {
    Node program = new Reducer(trial, finding.failure()).reduce(finding.program());
    Failure failure = trial.failures(Map.of(finding.name(), program)).get(finding.name());
    return new Finding(finding.name(), failure == null ? finding.failure() : failure, program);
  }
}
