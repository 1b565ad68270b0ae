// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import dev.weft.processor.analyse.Part;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import javax.annotation.processing.ProcessingEnvironment;

/** What may be said to the processor with {@code -A}. */
final class Options {
  /** From what estimated size on, in bytes, a body is divided among several methods. */
  static final String METHOD_SIZE = "weft.methodSize";

  private Options() {}

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
