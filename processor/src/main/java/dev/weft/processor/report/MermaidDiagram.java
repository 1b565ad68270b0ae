// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

/**
 * Writes a flow chart of Mermaid, which many viewers of Markdown draw. What suspends is a thick
 * edge, what an exception takes a dotted one.
 */
final class MermaidDiagram {
  private MermaidDiagram() {}

  static String print(Picture picture) {
    StringBuilder out = new StringBuilder();
    out.append("%% ").append(picture.machine()).append("\nflowchart TD\n");
    for (Picture.State state : picture.states()) {
      StringBuilder label = new StringBuilder(escaped(Label.title(state)));
      Label.code(state).forEach(line -> label.append("<br/>").append(escaped(line)));
      out.append("  s").append(state.number()).append("[\"").append(label).append("\"]\n");
    }
    if (picture.edges().stream().anyMatch(edge -> edge.to() == Picture.END)) {
      out.append("  stop(((\" \")))\n"); // "end" is a word of Mermaid's
    }
    picture.edges().forEach(edge -> out.append(edge(edge)));
    return out.toString();
  }

  private static String edge(Picture.Edge edge) {
    String arrow =
        switch (edge.kind()) {
          case NEXT -> "-->";
          case AWAIT, EMIT -> "==>";
          case EXCEPTION -> "-.->";
        };
    String label = edge.label().isEmpty() ? "" : "|\"" + escaped(Label.cut(edge.label())) + "\"|";
    String to = edge.to() == Picture.END ? "stop" : "s" + edge.to();
    return "  s" + edge.from() + " " + arrow + label + " " + to + "\n";
  }

  /** All but letters, digits and plain signs as entities, since Markdown and HTML may be meant. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,()=+-/:?!".indexOf(c) >= 0) {
                out.appendCodePoint(c);
              } else {
                out.append('#').append(c).append(';');
              }
            });
    return out.toString();
  }
}
