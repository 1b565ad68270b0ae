// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.Locale;

/**
 * Writes the language of Graphviz. What suspends is a bold edge, what an exception takes a dashed
 * one. The classes are for the style sheet of the page.
 */
final class DotDiagram {
  private static final String END = "end";

  private DotDiagram() {}

  static String print(Picture picture) {
    StringBuilder out = new StringBuilder();
    out.append("digraph ").append(quoted(picture.machine())).append(" {\n");
    out.append("  graph [bgcolor=transparent, nodesep=0.35, ranksep=0.45]\n");
    out.append("  node [shape=box, style=\"rounded,filled\", fontname=Courier, fontsize=11]\n");
    out.append("  edge [fontname=Helvetica, fontsize=10]\n\n");
    picture.states().forEach(state -> out.append(node(state)));
    if (picture.edges().stream().anyMatch(edge -> edge.to() == Picture.END)) {
      out.append("  end [label=\"\", shape=doublecircle, width=0.14, style=filled, ")
          .append("fillcolor=black, class=\"end\"]\n");
    }
    out.append('\n');
    picture.edges().forEach(edge -> out.append(edge(edge)));
    return out.append("}\n").toString();
  }

  private static String node(Picture.State state) {
    StringBuilder label = new StringBuilder(escaped(Label.title(state))).append("\\l");
    Label.code(state).forEach(line -> label.append(escaped(line)).append("\\l"));
    return String.format(
        Locale.ROOT,
        "  s%d [label=\"%s\", fillcolor=\"%.3f 0.120 0.980\", class=\"state s%d\"]\n",
        state.number(),
        label,
        Hue.of(state.number()) / 360.0,
        state.number());
  }

  private static String edge(Picture.Edge edge) {
    String style =
        switch (edge.kind()) {
          case NEXT -> "class=\"next\"";
          case AWAIT, EMIT -> "style=bold, class=\"await\"";
          case EXCEPTION -> "style=dashed, weight=0, class=\"exception\"";
        };
    String label = edge.label().isEmpty() ? "" : "label=" + quoted(Label.cut(edge.label())) + ", ";
    return "  " + name(edge.from()) + " -> " + name(edge.to()) + " [" + label + style + "]\n";
  }

  private static String name(int state) {
    return state == Picture.END ? END : "s" + state;
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** Graphviz reads entities of HTML in any string. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
  }
}
