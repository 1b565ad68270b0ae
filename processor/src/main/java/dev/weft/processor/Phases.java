// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.attribute.Attribution;
import dev.weft.processor.check.BodyRules;
import dev.weft.processor.claim.Claim;
import dev.weft.processor.claim.Claims;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.emit.Emitted;
import dev.weft.processor.emit.Linkage;
import dev.weft.processor.link.Linker;
import dev.weft.processor.warn.Warnings;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The list of the phases, in the order in which data flows through them: claim in each round, all
 * others in the last one, when every other processor has had its say.
 */
final class Phases {
  private final ProcessingEnvironment env;
  private final Reporter reporter;
  private final Claims claims;
  private final Attribution attribution;
  private final Disagreements disagreements;
  private final Map<Linkage, Runnable> tooLarge = new HashMap<>();
  private final int methodSize;
  private final PictureFiles pictures;

  /**
   * @param env javac's own environment
   * @param filer the one that Weft was given: a build tool may want to hear what is generated
   */
  Phases(ProcessingEnvironment env, Filer filer) {
    this.env = env;
    Trees trees = Trees.instance(env);
    reporter = new Reporter(trees, env.getMessager());
    claims = new Claims(env, filer, trees, reporter);
    attribution = Attribution.of(env);
    disagreements = new Disagreements(reporter);
    methodSize = Options.methodSize(env, reporter);
    pictures =
        new PictureFiles(
            Options.diagrams(env, reporter), Options.report(env).orElse(null), filer, reporter);
    Options.refuseUnknown(env, reporter);
    JavacTask.instance(env).addTaskListener(new Announcement(reporter));
    JavacTask.instance(env).addTaskListener(disagreements);
    Warnings.install(env, reporter);
  }

  void claim(RoundEnvironment round) {
    attribution.observe(round);
    guard(() -> claims.take(round));
  }

  /** Does the rest; {@code failed} tells whether the compilation has errors that are not ours. */
  void finish(boolean failed) {
    if (claims.classes().isEmpty()) {
      return;
    }
    Map<Claim, Emitted> machines = new LinkedHashMap<>();
    OptionalInt runtime = Contract.version(env.getElementUtils());
    boolean fits = runtime.orElse(Contract.VERSION) == Contract.VERSION;
    if (!fits) {
      reporter.reportWithoutPlace(Message.OTHER_RUNTIME, Contract.VERSION, runtime.getAsInt());
    }
    try (Attribution.Result attributed = attribution.attribute(claims.classes())) {
      disagreements.expect(attributed);
      for (AttributedUnit unit : attributed.units()) {
        guard(() -> BodyRules.check(unit, reporter));
      }
      if (!failed && fits) {
        translate(attributed, machines);
      }
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      if (!failed) { // else it may be for want of what failed
        reporter.internal(e);
      }
    }
    if (!reporter.hasErrors() && machines.size() == claims.claims().size()) {
      guard(() -> pictures.write(env.getElementUtils(), claims.claims()));
    }
    boolean whole = !reporter.hasErrors() && machines.size() == claims.claims().size();
    for (Claim claim : claims.claims()) {
      Emitted machine = machines.get(claim);
      guard(() -> close(claim, whole ? machine : null));
    }
    if (whole) {
      List<Linkage> linkages = machines.values().stream().map(Emitted::linkage).toList();
      Linker.install(env, linkages, reporter, this::refused);
    }
  }

  /**
   * Translates what has no errors yet, though it is of use only if nothing has: the user is to hear
   * at once of all that cannot be translated.
   */
  private void translate(Attribution.Result attributed, Map<Claim, Emitted> machines) {
    for (AttributedUnit unit : attributed.units()) {
      if (hasErrors(attributed, unit)) {
        continue;
      }
      claims
          .in(unit)
          .forEach(
              (claim, tree) -> {
                if (!reporter.hasErrorsIn(unit, tree)) {
                  Translation.of(unit, claim, tree, reporter, methodSize)
                      .ifPresent(machine -> put(machines, machine, claim, unit, tree));
                }
              });
    }
    if (machines.size() < claims.claims().size()
        && attributed.errors().isEmpty()
        && !reporter.hasErrors()) {
      reporter.internal(new IllegalStateException("a claimed method was not found again"));
    }
  }

  private void put(
      Map<Claim, Emitted> machines,
      Emitted machine,
      Claim claim,
      AttributedUnit unit,
      MethodTree tree) {
    machines.put(claim, machine);
    pictures.add(machine, unit, tree);
    if (machine.isDivided()) {
      Message message = Message.TOO_LARGE;
      tooLarge.put(machine.linkage(), reporter.prepared(message, unit, tree, claim.method()));
    }
  }

  /** javac refuses a machine only for its size. */
  private void refused(Linkage linkage) {
    tooLarge.getOrDefault(linkage, () -> {}).run();
  }

  private static boolean hasErrors(Attribution.Result attributed, AttributedUnit unit) {
    URI file = unit.original().getSourceFile().toUri();
    return attributed.errors().stream()
        .anyMatch(error -> error.getSource() == null || error.getSource().toUri().equals(file));
  }

  /** Half a program would be worse than none: without all machines, none is written. */
  private static void close(Claim claim, @Nullable Emitted machine) throws IOException {
    if (machine == null) {
      claim.abandon();
    } else {
      claim.write(machine.source());
    }
  }

  /** Runs a step so that its failure is told as ours, and does not keep the next from its work. */
  private void guard(Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
      reporter.internal(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
