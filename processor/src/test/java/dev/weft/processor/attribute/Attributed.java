// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a test keeps of an attribution, which itself must not be used after the compile. */
final class Attributed {
  private final List<String> errors = new ArrayList<>();
  private final Map<String, String> variables = new TreeMap<>();
  private final Map<String, Integer> lines = new TreeMap<>();
  private int runs;

  /** A processor that attributes the named classes. */
  AttributingProcessor processor(String... owners) {
    return new AttributingProcessor(List.of(owners), true, this::keep);
  }

  /** One that is not told of the rounds before the last. */
  AttributingProcessor forgetfulProcessor(String... owners) {
    return new AttributingProcessor(List.of(owners), false, this::keep);
  }

  private void keep(Attribution.Result result) {
    runs++;
    result.errors().forEach(error -> errors.add(error.toString()));
    for (AttributedUnit unit : result.units()) {
      TypeDump dump = TypeDump.of(unit);
      variables.putAll(dump.types());
      lines.putAll(dump.lines());
      errors.addAll(dump.errors());
    }
  }

  /** All went well, with one attribution. */
  boolean isClean() {
    return runs == 1 && errors.isEmpty();
  }

  List<String> errors() {
    return errors;
  }

  /** The type of each variable, by name; {@code null} if there is no such variable. */
  Map<String, String> types() {
    return variables;
  }

  /** The line of each variable in the user's file, by name. */
  Map<String, Integer> lines() {
    return lines;
  }
}
