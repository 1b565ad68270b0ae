// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the figures were measured on, and when.
 *
 * @param facts in the order in which they are shown
 */
record Machine(Map<String, String> facts) {
  private static final String HEADER = "fact,value";
  private static final String MEASURED = "measured: ";

  static Machine read(Path file) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.equals(HEADER)) {
          String[] cells = line.split(",", 2);
          facts.put(cells[0], cells[1]);
        }
      }
    }
    return new Machine(facts);
  }

  void write(Path file) throws IOException {
    Stream<String> rows =
        facts.entrySet().stream().map(fact -> fact.getKey() + "," + fact.getValue());
    Files.write(file, Stream.concat(Stream.of(HEADER), rows).toList());
  }

  /** This machine, a suite measured today, and the days on which the others were. */
  Machine measured(String suite) throws IOException, InterruptedException {
    Map<String, String> now = new LinkedHashMap<>(MachineFacts.here());
    facts.forEach(
        (fact, value) -> {
          if (fact.startsWith(MEASURED)) {
            now.put(fact, value);
          }
        });
    now.put(MEASURED + suite, LocalDate.now(ZoneOffset.UTC).toString());
    return new Machine(now);
  }
}
