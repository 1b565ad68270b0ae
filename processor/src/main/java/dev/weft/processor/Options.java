// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import dev.weft.processor.analyse.Part;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.report.Diagram;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;

/** What may be said to the processor with {@code -A}. */
final class Options {
  /** From what estimated size on, in bytes, a body is divided among several methods. */
  static final String METHOD_SIZE = "weft.methodSize";

  /** In which languages a state diagram is written beside each machine. */
  static final String DIAGRAM = "weft.diagram";

  /** That a report is to be written, and with a value, where. */
  static final String REPORT = "weft.report";

  /** All that Weft knows; the rest of those that begin with {@code weft.} are mistakes. */
  private static final Set<String> NAMES = new TreeSet<>(Set.of(METHOD_SIZE, DIAGRAM, REPORT));

  private Options() {}

  /** What is given to Weft, known or not. */
  static Set<String> given(ProcessingEnvironment env) {
    Set<String> given = new TreeSet<>(env.getOptions().keySet());
    given.removeIf(name -> !name.startsWith("weft."));
    return given;
  }

  static void refuseUnknown(ProcessingEnvironment env, Reporter reporter) {
    Set<String> unknown = given(env);
    unknown.removeAll(NAMES);
    String known = "-A" + String.join(", -A", NAMES);
    unknown.forEach(name -> reporter.reportWithoutPlace(Message.UNKNOWN_OPTION, name, known));
  }

  static int methodSize(ProcessingEnvironment env, Reporter reporter) {
    String text = env.getOptions().get(METHOD_SIZE);
    if (text == null) {
      return Part.LIMIT;
    }
    try {
      int size = Integer.parseInt(text);
      if (size > 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Told below, as what is too small.
    }
    reporter.reportWithoutPlace(Message.METHOD_SIZE, text);
    return Part.LIMIT;
  }

  static Set<Diagram> diagrams(ProcessingEnvironment env, Reporter reporter) {
    if (!env.getOptions().containsKey(DIAGRAM)) {
      return Set.of();
    }
    String list = valueOf(DIAGRAM, env);
    Optional<Set<Diagram>> diagrams = Diagram.parse(list);
    if (diagrams.isEmpty()) {
      reporter.reportWithoutPlace(Message.DIAGRAM_KIND, list);
    }
    return diagrams.orElse(Set.of());
  }

  /** Empty if no report is wanted; an empty path if it is wanted beside the machines' sources. */
  static Optional<String> report(ProcessingEnvironment env) {
    return env.getOptions().containsKey(REPORT)
        ? Optional.of(valueOf(REPORT, env))
        : Optional.empty();
  }

  /** An option without a value is in the map, with null. */
  private static String valueOf(String option, ProcessingEnvironment env) {
    String value = env.getOptions().get(option);
    return value == null ? "" : value;
  }
}
