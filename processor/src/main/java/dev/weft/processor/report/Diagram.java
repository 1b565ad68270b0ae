// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages that a state diagram can be written in. */
public enum Diagram {
  DOT("dot"),
  MERMAID("mmd");

  private final String extension;

  Diagram(String extension) {
    this.extension = extension;
  }

  /** What the name of a file with it ends in. */
  String extension() {
    return extension;
  }

  /**
   * Reads a list such as {@code dot,mermaid}.
   *
   * @return empty if a name in it is none of a diagram
   */
  public static Optional<Set<Diagram>> parse(String list) {
    Set<Diagram> diagrams = new LinkedHashSet<>();
    for (String name : list.split(",", -1)) {
      Optional<Diagram> diagram =
          Arrays.stream(values())
              .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(name.strip()))
              .findAny();
      if (diagram.isEmpty()) {
        return Optional.empty();
      }
      diagrams.add(diagram.get());
    }
    return Optional.of(diagrams);
  }

  String print(Picture picture) {
    return switch (this) {
      case DOT -> DotDiagram.print(picture);
      case MERMAID -> MermaidDiagram.print(picture);
    };
  }
}
