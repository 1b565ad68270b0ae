// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All cases there are. */
final class Families {
  private static final List<String> NAMES =
      List.of(
          "Expressions",
          "Conditionals",
          "Assignments",
          "Loops",
          "Switches",
          "Tries",
          "Locals",
          "Lambdas",
          "LocalClasses",
          "Newer",
          "Generics",
          "Access",
          "PrivateTypes",
          "Texts",
          "Hard",
          "Fuzzed",
          "Awaited",
          "Generators");

  private Families() {}

  static List<Case> all() {
    List<Case> cases = Stream.concat(written().stream(), Matrix.cases().stream()).toList();
    Set<String> ids = new HashSet<>();
    for (Case c : cases) {
      if (!ids.add(c.id())) {
        throw new IllegalStateException("two cases are called " + c.id());
      }
    }
    return cases;
  }

  /** All of them as plain Java, compiled once for all tests. */
  static Compiled eager() {
    return Eager.COMPILED;
  }

  static Realm eagerRealm() {
    return Eager.REALM;
  }

  private static final class Eager {
    static final Compiled COMPILED = Workshop.eager(all());
    static final Realm REALM = new Realm(COMPILED.classes());
  }

  /** Those that were written by hand. */
  static List<Case> written() {
    return NAMES.stream().flatMap(name -> Case.family(name).stream()).toList();
  }
}
