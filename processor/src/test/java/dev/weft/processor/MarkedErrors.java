// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source that says which diagnostics it expects, each at the end of its line: {@code // error:
 * WEFT020}, or {@code // error: WEFT055 and javac's} if javac refuses the line as well.
 *
 * @param file the source
 * @param expected {@code line kind code}, in the order of the lines
 * @param javacs the lines that javac refuses
 */
record MarkedErrors(Path file, List<String> expected, List<Long> javacs) {
  private static final Path DIRECTORY = Path.of("src/test/resources/errors");
  private static final Pattern MARKER =
      Pattern.compile("// (error|warning): (WEFT\\d{3})( and javac's)?$");

  static List<MarkedErrors> all() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().map(MarkedErrors::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codes among what is expected. */
  List<String> codes() {
    return expected.stream().map(text -> text.substring(text.lastIndexOf(' ') + 1)).toList();
  }

  private static MarkedErrors of(Path file) {
    try {
      List<String> expected = new ArrayList<>();
      List<Long> javacs = new ArrayList<>();
      int line = 0;
      for (String text : Files.readAllLines(file)) {
        line++;
        Matcher marker = MARKER.matcher(text);
        if (marker.find()) {
          expected.add(line + " " + marker.group(1) + " " + marker.group(2));
          if (marker.group(3) != null) {
            javacs.add((long) line);
          }
        }
      }
      return new MarkedErrors(file, List.copyOf(expected), List.copyOf(javacs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
