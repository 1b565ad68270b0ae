// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import dev.weft.processor.proof.Case;
import dev.weft.processor.proof.Compiled;
import dev.weft.processor.proof.Proof;
import dev.weft.processor.proof.Realm;
import dev.weft.processor.proof.Workshop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Compiles programs twice, many at once, runs them and compares. */
final class Trial {
  private final Function<List<Case>, Workshop.Result> compiler;
  private final UnaryOperator<Node> change;
  private int programs;
  private int invalid;
  private int runs;
  private long awaits;

  private Trial(Function<List<Case>, Workshop.Result> compiler, UnaryOperator<Node> change) {
    this.compiler = compiler;
    this.change = change;
  }

  /** The programs as machines beside the programs themselves. */
  static Trial ofMachines() {
    return new Trial(Workshop::woven, UnaryOperator.identity());
  }

  /** The same, but of machines whose states are methods of their own. */
  static Trial ofDivided() {
    return new Trial(Workshop::divided, UnaryOperator.identity());
  }

  /** The programs after a change beside the programs themselves: to see whether it is noticed. */
  static Trial ofChange(UnaryOperator<Node> change) {
    return new Trial(Workshop::valid, change);
  }

  /** Which of the programs fail, and how; those that are no valid Java do not. */
  Map<String, Failure> failures(Map<String, Node> all) {
    Workshop.Result valid = Workshop.valid(cases(all, UnaryOperator.identity()));
    Map<String, Node> left = new LinkedHashMap<>(all);
    left.keySet().removeAll(valid.refused().keySet());
    left.keySet().removeIf(name -> !isVerified(Sources.of(name, left.get(name)), valid.realm()));
    List<Case> changed = cases(left, change);
    Workshop.Result woven = compiler.apply(changed);
    Realm machines = woven.realm();
    Proof proof = new Proof(valid.realm(), machines);
    Map<String, Failure> failures = new LinkedHashMap<>();
    for (Case c : changed) {
      List<Compiled.Message> errors = woven.refused().get(c.id());
      if (errors != null) {
        failures.put(c.id(), Failure.ofErrors(errors));
        continue;
      }
      List<String> differences = differences(c, machines, proof);
      if (!differences.isEmpty()) {
        failures.put(c.id(), Failure.ofDifferences(differences));
      }
    }
    programs += left.size();
    invalid += all.size() - left.size();
    runs += proof.runs();
    awaits += proof.awaits();
    return failures;
  }

  private static List<Case> cases(Map<String, Node> programs, UnaryOperator<Node> change) {
    List<Case> cases = new ArrayList<>();
    programs.forEach((name, program) -> cases.add(Sources.of(name, change.apply(program))));
    return cases;
  }

  /** Of some right programs, javac itself makes classes that no JVM takes. */
  private static boolean isVerified(Case c, Realm plain) {
    try {
      plain.verify(c);
      return true;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  private static List<String> differences(Case c, Realm machines, Proof proof) {
    try {
      machines.verify(c);
    } catch (ReflectiveOperationException | LinkageError e) {
      return List.of("VERIFY: " + e);
    }
    try {
      return proof.differences(c);
    } catch (AssertionError e) {
      return List.of(); // no program that can be run: the reducer has cut too much
    }
  }

  /** What was done so far. */
  String tally() {
    return "%d programs (and %d that javac refuses or spoils), %d runs of machines, %d awaits"
        .formatted(programs, invalid, runs, awaits);
  }
}
