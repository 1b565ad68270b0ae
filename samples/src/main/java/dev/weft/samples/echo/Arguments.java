// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options of a command line, {@code --name number} each. What is wrong is said in one line. */
final class Arguments {
  private final Map<String, String> given = new HashMap<>();

  /**
   * Sorts out a command line.
   *
   * @throws IllegalArgumentException if it has anything but these options, each with a value
   */
  Arguments(List<String> names, String... args) {
    for (int i = 0; i < args.length; i += 2) {
      if (!names.contains(args[i])) {
        throw new IllegalArgumentException(
            "unknown option '" + args[i] + "'; there are " + String.join(", ", names));
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " needs a number after it");
      }
      given.put(args[i], args[i + 1]);
    }
  }

  /** Returns the number given for an option, or else the default. */
  int number(String name, int ifNotGiven, int least, int most) {
    String text = given.get(name);
    if (text == null) {
      return ifNotGiven;
    }
    try {
      int number = Integer.parseInt(text);
      if (least <= number && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        name + " needs a whole number from " + least + " to " + most + ", not '" + text + "'");
  }
}
