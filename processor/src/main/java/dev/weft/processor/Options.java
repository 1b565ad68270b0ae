// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import dev.weft.processor.analyse.Part;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;

/** What may be said to the processor with {@code -A}. */
final class Options {
  /** From what estimated size on, in bytes, a body is divided among several methods. */
  static final String METHOD_SIZE = "weft.methodSize";

  /** All that Weft knows; the rest of those that begin with {@code weft.} are mistakes. */
  private static final Set<String> NAMES = new TreeSet<>(Set.of(METHOD_SIZE));

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
}
