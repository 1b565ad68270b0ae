// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.diagnostic;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.joining;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.weft.processor.attribute.AttributedUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is to be said, from all phases, and prints it at the end: each once, and in the
 * order of the source within a file, so that the order in which phases find things does not show.
 */
public final class Reporter {
  private final Trees trees;
  private final Messager messager;
  private final OuterTrees outer;
  private final Map<CompilationUnitTree, Set<Report>> byFile = new LinkedHashMap<>();
  private final Set<Report> withoutPlace = new LinkedHashSet<>();
  private boolean errors;

  public Reporter(Trees trees, Messager messager) {
    this.trees = trees;
    this.messager = messager;
    this.outer = new OuterTrees(trees);
  }

  /** At a tree of the attributed copy: the caret stands under the same tree of the user's. */
  public void report(Message message, AttributedUnit unit, Tree nested, Object... arguments) {
    add(message, outer.of(unit, nested), arguments);
  }

  /**
   * At the declaration of an element of the user's compilation, which must be of the present round.
   */
  public void report(Message message, Element element, Object... arguments) {
    add(message, outer.of(element), arguments);
  }

  /** At a tree of the user's own. */
  public void report(Message message, CompilationUnitTree unit, Tree tree, Object... arguments) {
    add(message, outer.of(unit, tree), arguments);
  }

  /** A report for later, when there is no attributed copy any more to find the place by. */
  public Runnable prepared(Message message, AttributedUnit unit, Tree nested, Object... arguments) {
    Place place = outer.of(unit, nested);
    return () -> add(message, place, arguments);
  }

  /** About the compilation as a whole. */
  public void reportWithoutPlace(Message message, Object... arguments) {
    add(message, null, arguments);
  }

  /** An error in Weft, met while it worked on a part of an attributed unit. */
  public void internal(Throwable failure, AttributedUnit unit, Tree nested) {
    report(Message.INTERNAL_ERROR, unit, nested, failure, trace(failure));
  }

  /** An error in Weft that belongs to no place in the source. */
  public void internal(Throwable failure) {
    reportWithoutPlace(Message.INTERNAL_ERROR, failure, trace(failure));
  }

  /** Whether an error, as opposed to a warning, has ever been reported. */
  public boolean hasErrors() {
    return errors;
  }

  /** Whether an error that is yet to be printed is about a part of this tree. */
  public boolean hasErrorsIn(AttributedUnit unit, Tree nested) {
    int start = unit.originalOffset(unit.start(nested));
    int end = unit.originalOffset(unit.end(nested));
    return byFile.getOrDefault(unit.original(), Set.of()).stream()
        .filter(report -> report.kind() == Kind.ERROR)
        .anyMatch(report -> start <= report.position() && report.position() < end);
  }

  /** Prints what has been reported since the last time. */
  public void flush() {
    for (Set<Report> file : byFile.values()) {
      file.stream().sorted(comparingLong(Report::position)).forEach(this::print);
    }
    withoutPlace.forEach(this::print);
    byFile.clear();
    withoutPlace.clear();
  }

  private void add(Message message, @Nullable Place place, Object... arguments) {
    Report report = new Report(message.kind(), message.text(arguments), place);
    if (place == null) {
      withoutPlace.add(report);
    } else {
      byFile.computeIfAbsent(place.unit(), unit -> new LinkedHashSet<>()).add(report);
    }
    errors |= message.kind() == Kind.ERROR;
  }

  private void print(Report report) {
    Place place = report.place();
    if (place == null) {
      messager.printMessage(report.kind(), report.text());
    } else {
      trees.printMessage(report.kind(), report.text(), place.tree(), place.unit());
    }
  }

  /**
   * Enough of a stack trace to find the fault by, and no more: it is printed in the user's build.
   */
  private static String trace(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .limit(20)
        .map(frame -> "  at " + frame)
        .collect(joining("\n"));
  }

  private record Report(Kind kind, String text, @Nullable Place place) {
    long position() {
      return place == null ? 0 : place.position();
    }
  }
}
