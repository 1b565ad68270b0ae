// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Variable;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a code in one line, for people: names as in the machine, and no word of how it works. */
final class CodeText {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(?:\\([^)]*\\))? ?");
  private static final Pattern TIGHT_COMMA = Pattern.compile(",(?! )");
  private static final Pattern ONLY_A_REPLY = Pattern.compile("reply\\s*;?");

  private final Map<Variable, String> names;

  /**
   * @param names those of variables that the machine calls otherwise than the user does
   */
  CodeText(Map<Variable, String> names) {
    this.names = names;
  }

  String expression(Code code) {
    StringBuilder text = new StringBuilder();
    code.pieces().forEach(piece -> text.append(text(piece)));
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** Without its semicolon; empty if it only looks whether an await has failed. */
  String statement(Code code) {
    String text = expression(code);
    if (ONLY_A_REPLY.matcher(text).matches()) {
      return "";
    }
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  String name(Variable variable) {
    return names.getOrDefault(variable, variable.name());
  }

  /** The name of a type without its package and annotations. */
  static String simple(String type) {
    String bare = PACKAGE.matcher(ANNOTATION.matcher(type).replaceAll("")).replaceAll("");
    return TIGHT_COMMA.matcher(bare).replaceAll(", ");
  }

  private String text(Code.Piece piece) {
    if (piece instanceof Code.Text text) {
      return text.text();
    } else if (piece instanceof Code.Use use) {
      return name(use.variable());
    } else if (piece instanceof Code.Self) {
      return "this";
    } else if (piece instanceof Code.Type type) {
      return simple(type.type().toString());
    } else if (piece instanceof Code.Hidden hidden) {
      return hidden.receiver().isEmpty()
          ? hidden.member().host().getSimpleName().toString()
          : expression(hidden.receiver());
    } else if (piece instanceof Code.Reply) {
      return "reply";
    }
    return "break;"; // out of the verbatim text; the edge says where to
  }
}
