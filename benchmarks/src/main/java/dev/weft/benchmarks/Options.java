// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param suites names of suites; empty for all
 * @param peers names of peers; empty for all
 * @param rounds how often each peer is run; 0 for what the suite thinks is right
 * @param quick a smoke run
 * @param reportOnly measure nothing, only write the tables and plots again
 */
record Options(
    List<String> suites, Set<String> peers, int rounds, boolean quick, boolean reportOnly) {
  static final String USAGE =
      "benchmarks/run [suite ...] [--rounds N] [--peers a,b] [--quick] [--report]";

  static Options parse(String... arguments) {
    List<String> suites = new ArrayList<>();
    Set<String> peers = new LinkedHashSet<>();
    int rounds = 0;
    boolean quick = false;
    boolean reportOnly = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--quick" -> quick = true;
        case "--report" -> reportOnly = true;
        case "--rounds" -> rounds = Integer.parseInt(valueOf(arguments, i++));
        case "--peers" -> peers.addAll(List.of(valueOf(arguments, i++).split(",")));
        default -> {
          if (arguments[i].startsWith("-")) {
            throw new IllegalArgumentException("unknown option " + arguments[i]);
          }
          suites.add(arguments[i]);
        }
      }
    }
    return new Options(List.copyOf(suites), Set.copyOf(peers), rounds, quick, reportOnly);
  }

  private static String valueOf(String[] arguments, int option) {
    if (option + 1 == arguments.length) {
      throw new IllegalArgumentException(arguments[option] + " needs a value");
    }
    return arguments[option + 1];
  }
}
