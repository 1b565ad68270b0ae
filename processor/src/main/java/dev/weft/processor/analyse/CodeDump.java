// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Code.Access;
import javax.lang.model.type.TypeMirror;

/**
 * Writes a code in one line, each hole in braces: <code>{x}</code> is read, <code>{x=}</code>
 * written, <code>{x+=}</code> both, and <code>{x^}</code> captured.
 */
final class CodeDump {
  private final VariableLabels labels;

  CodeDump(VariableLabels labels) {
    this.labels = labels;
  }

  String dump(Code code) {
    StringBuilder out = new StringBuilder();
    code.pieces().forEach(piece -> out.append(dump(piece)));
    return out.toString();
  }

  private String dump(Code.Piece piece) {
    if (piece instanceof Code.Text text) {
      return text.text().replaceAll("\\s*\\R\\s*", " ");
    }
    if (piece instanceof Code.Use use) {
      return "{" + labels.of(use.variable()) + (use.captured() ? "^" : "") + sign(use) + "}";
    }
    if (piece instanceof Code.Self) {
      return "{this}";
    }
    if (piece instanceof Code.Type type) {
      return "{" + name(type.type()) + "}";
    }
    if (piece instanceof Code.RawType type) {
      return "{raw " + name(type.type()) + "}";
    }
    if (piece instanceof Code.Hidden hidden) {
      String what = hidden.member().kind() + " of " + hidden.member().host().getSimpleName();
      return hidden.receiver().isEmpty()
          ? "{" + what + "}"
          : "{" + what + ": " + dump(hidden.receiver()) + "}";
    }
    if (piece instanceof Code.Reply reply) {
      return "{reply " + name(reply.type()) + "}";
    }
    return "{-> " + ((Code.Jump) piece).target() + "}";
  }

  /** Without the number that javac gives a captured wildcard, which is another each time. */
  private static String name(TypeMirror type) {
    return type.toString().replaceAll("capture#\\d+", "capture");
  }

  private static String sign(Code.Use use) {
    return use.access() == Access.READ ? "" : use.access() == Access.WRITE ? "=" : "+=";
  }
}
