// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that measures and prints what it found, a line {@code metric value unit} for each
 * figure.
 *
 * @param command what to start
 * @param patience seconds until it is given up
 */
public record Program(List<String> command, int patience) {
  /** What a program ends with that has no equivalent of the scenario. */
  private static final int NO_EQUIVALENT = 3;

  /** One line of output. */
  public record Reading(String metric, double value, String unit) {}

  /** The program did not do what it was asked for. */
  public static final class ProgramFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    ProgramFailedException(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** What it did instead. */
    public String reason() {
      return reason;
    }
  }

  /** Runs it to its end. */
  public List<Reading> run() throws IOException, InterruptedException, ProgramFailedException {
    Path output = Files.createTempFile("program", ".out");
    Path errors = Files.createTempFile("program", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      try {
        if (!process.waitFor(patience, SECONDS)) {
          throw new ProgramFailedException("no end after " + patience + " s");
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      if (process.exitValue() == NO_EQUIVALENT) {
        throw new ProgramFailedException("it has no equivalent");
      }
      if (process.exitValue() != 0) {
        throw new ProgramFailedException(
            "exit status " + process.exitValue() + "\n" + Files.readString(errors).strip());
      }
      return parse(Files.readAllLines(output));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  static List<Reading> parse(List<String> lines) throws ProgramFailedException {
    List<Reading> readings = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.strip().split(" +");
      if (words.length != 3) {
        throw new ProgramFailedException("not a figure: " + line);
      }
      try {
        readings.add(new Reading(words[0], Double.parseDouble(words[1]), words[2]));
      } catch (NumberFormatException e) {
        throw new ProgramFailedException("not a figure: " + line);
      }
    }
    return readings;
  }
}
