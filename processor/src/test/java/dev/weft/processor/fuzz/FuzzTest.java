// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random programs do as machines what they do as plain Java; in every other batch, each state is a
 * method of its own, as in large bodies. Each run tries the same few; {@code -Dweft.fuzz=7:30}
 * tries those from seed 7 on for thirty minutes.
 *
 * <p>What fails is reduced and written to {@code target/fuzz}, in the form of a case for {@code
 * proof/cases/Fuzzed.java}, where it stays once it is mended.
 */
class FuzzTest {
  private static final int BATCHES = 2;

  /** Seeds are handed out in strides, so that runs from 1 and from 2 share no program. */
  private static final long STRIDE = 1_000_000;

  @Test
  void machinesDoWhatProgramsSay() throws IOException {
    Trial whole = Trial.ofMachines();
    Trial divided = Trial.ofDivided();
    List<Fuzzer> fuzzers =
        List.of(new Fuzzer(whole, Program::of), new Fuzzer(divided, Program::of));
    String asked = System.getProperty("weft.fuzz");
    if (asked == null) {
      for (int i = 0; i < BATCHES; i++) {
        fuzzers.get(i % 2).batch(i * Fuzzer.BATCH);
      }
    } else {
      String[] parts = asked.split(":", -1);
      long end = System.nanoTime() + Duration.ofMinutes(Long.parseLong(parts[1])).toNanos();
      for (long seed = Long.parseLong(parts[0]) * STRIDE;
          System.nanoTime() < end;
          seed += Fuzzer.BATCH) {
        fuzzers.get((int) (seed / Fuzzer.BATCH % 2)).batch(seed);
      }
    }
    System.out.println("fuzz: " + whole.tally());
    System.out.println("fuzz, divided: " + divided.tally());
    for (Fuzzer fuzzer : fuzzers) {
      fuzzer.findings().forEach(f -> System.out.println(f.name() + ": " + f.failure().kind()));
    }
    List<Fuzzer.Finding> findings = fuzzers.stream().flatMap(f -> f.reduced(2).stream()).toList();
    for (Fuzzer.Finding finding : findings) {
      Path file = Path.of("target", "fuzz", finding.name() + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, finding.toString());
    }
    if (!findings.isEmpty()) {
      fail(findings.stream().map(Fuzzer.Finding::toString).collect(Collectors.joining("\n")));
    }
  }
}
