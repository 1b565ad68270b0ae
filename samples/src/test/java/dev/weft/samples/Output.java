// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** What a program prints. */
public final class Output {
  private Output() {}

  /** Runs the program and returns the lines it has printed. */
  public static List<String> of(Executable program) throws Throwable {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
      System.setOut(out);
      program.execute();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(UTF_8).lines().toList();
  }
}
