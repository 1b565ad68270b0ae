// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.graph.Code;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;

/** Prints a {@link Code}: the text as it is, and a name in each hole. */
final class CodePrinter {
  /** After this, and nothing else, two statements may stand where the user had one. */
  private static final Pattern BETWEEN_STATEMENTS =
      Pattern.compile("(?s).*[{;}]\\h*\\R(\\h*\\R)*\\h*");

  private static final Pattern COMMENT_IN_LAST_LINE = Pattern.compile("(?s).*(//|\\*/)\\V*\\s*");

  private final Layout layout;
  private final Names names;
  private final TypeNames typeNames;
  private final Mirrors mirrors;

  CodePrinter(Layout layout, Names names, TypeNames typeNames, Mirrors mirrors) {
    this.layout = layout;
    this.names = names;
    this.typeNames = typeNames;
    this.mirrors = mirrors;
  }

  CodeBlock print(Code code, Verbatim verbatim) {
    CodeBlock.Builder printed = CodeBlock.builder();
    String before = "";
    for (Code.Piece piece : code.pieces()) {
      if (piece instanceof Code.Text text) {
        before = verbatim.print(text);
        printed.add("$L", before);
      } else {
        printed.add(print(piece, before, verbatim));
        before = "";
      }
    }
    return printed.build();
  }

  private CodeBlock print(Code.Piece piece, String before, Verbatim verbatim) {
    if (piece instanceof Code.Use use) {
      return CodeBlock.of("$L", names.of(use.variable()));
    }
    if (piece instanceof Code.Self) {
      return CodeBlock.of("$L", names.self());
    }
    if (piece instanceof Code.Type type) {
      return CodeBlock.of("$T", typeNames.of(type.type()));
    }
    if (piece instanceof Code.RawType type) {
      return typeNames.raw(type.type());
    }
    if (piece instanceof Code.Hidden hidden) {
      String mirror = mirrors.use(hidden.member(), !hidden.receiver().isEmpty());
      return hidden.receiver().isEmpty()
          ? CodeBlock.of("$L", mirror)
          : CodeBlock.of("$L($L)", names.hidden(), print(hidden.receiver(), verbatim));
    }
    if (piece instanceof Code.Reply reply) {
      return CodeBlock.of("this.<$T>$L", boxed(reply.type()), value());
    }
    return jump((Code.Jump) piece, before);
  }

  /** The reply, where the place that it is printed at says of what type it is. */
  CodeBlock value() {
    return CodeBlock.of("value($L)", names.reply());
  }

  private TypeName boxed(TypeMirror type) {
    TypeName name = typeNames.of(type);
    return name.isPrimitive() || name.equals(TypeName.VOID) ? name.box() : name;
  }

  private CodeBlock jump(Code.Jump jump, String before) {
    String set = names.state() + " = " + layout.exitNumber(jump.target()) + ";";
    String go = "continue " + names.label() + ";";
    String plain = LineTable.unmarked(before);
    if (BETWEEN_STATEMENTS.matcher(plain).matches()
        && !COMMENT_IN_LAST_LINE.matcher(plain.stripTrailing()).matches()) {
      String start = before.substring(before.lastIndexOf('\n') + 1);
      return CodeBlock.of("$L\n$L$L", set, start, go);
    }
    return CodeBlock.of("{ $L $L }", set, go);
  }
}
