// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.NamelessTypes;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;

/**
 * Expressions that are never evaluated, for their types only. The field of a variable whose type
 * has no name has a wider one; where it is read, javac is to infer the type as it did for the
 * user's {@code var}:
 *
 * <pre>
 *   var first = List.of(n, "s").get(0);     first = List.of(n, "s").get(0);
 *   await(x);                        -->    ...
 *   first.compareTo(null);                  var first = typed(true ? null : List.of(((int) 0), "s").get(0), this.first);
 * </pre>
 */
final class Models {
  private final Context cx;

  Models(Context cx) {
    this.cx = cx;
  }

  /** To be called where a variable gets a value: that is a model of its type. */
  void note(Variable variable, Code value) {
    if (variable.isNameless()) {
      of(variable.type(), value).ifPresent(variable::addModel);
    }
  }

  /** The reply to an await, which may be of a type that has no name. */
  Code reply(Code operand, TypeMirror type) {
    Code plain = Code.of(new Code.Reply(type));
    if (!NamelessTypes.has(type)) {
      return plain;
    }
    return isOfNamed(type)
        ? typedReply(none(type))
        : awaited(operand).map(this::typedReply).orElse(plain);
  }

  private Optional<Code> awaited(Code operand) {
    Code weft = Code.of(new Code.Type(cx.declared("dev.weft.Weft")));
    return of(operand).map(model -> Code.join(weft, Code.text(".await("), model, Code.text(")")));
  }

  private Code typedReply(Code model) {
    return Code.join(
        Code.text("typed(true ? null : "),
        model,
        Code.text(", "),
        Code.of(new Code.Reply(cx.declared("java.lang.Object"))),
        Code.text(")"));
  }

  private Optional<Code> of(TypeMirror type, Code value) {
    return isOfNamed(type) ? Optional.of(none(type)) : of(value);
  }

  /** An intersection of types that have names can be written, but only in a cast. */
  private static boolean isOfNamed(TypeMirror type) {
    return type instanceof IntersectionType intersection
        && intersection.getBounds().stream().allMatch(NamelessTypes::isNamed);
  }

  private static Code none(TypeMirror intersection) {
    List<Code> bounds =
        ((IntersectionType) intersection)
            .getBounds().stream().map(bound -> Code.of(new Code.Type(bound))).toList();
    Code cast = Code.text("((");
    for (int i = 0; i < bounds.size(); i++) {
      cast = Code.join(cast, Code.text(i == 0 ? "" : " & "), bounds.get(i));
    }
    return Code.join(cast, Code.text(") null)"));
  }

  /** The same expression without the variables and replies in it, which may not be in scope. */
  private Optional<Code> of(Code value) {
    List<Code.Piece> pieces = new ArrayList<>();
    for (Code.Piece piece : value.pieces()) {
      Optional<Code> model =
          piece instanceof Code.Use use
              ? of(use)
              : piece instanceof Code.Reply reply
                  ? Optional.of(zero(reply.type()))
                  : piece instanceof Code.Hidden hidden
                      ? of(hidden.receiver())
                          .map(receiver -> Code.of(new Code.Hidden(hidden.member(), receiver)))
                      : Optional.of(Code.of(piece).onNoLine());
      if (model.isEmpty()) {
        return model;
      }
      pieces.addAll(model.get().pieces());
    }
    return Optional.of(new Code(pieces));
  }

  private static Optional<Code> of(Code.Use use) {
    Variable variable = use.variable();
    if (use.access() != Code.Access.READ) {
      return Optional.empty();
    }
    return variable.isNameless()
        ? Optional.ofNullable(variable.model())
            .map(model -> Code.join(Code.text("("), model, Code.text(")")))
        : Optional.of(zero(variable.type()));
  }

  private static Code zero(TypeMirror type) {
    String zero =
        switch (type.getKind()) {
          case BOOLEAN -> "false";
          case BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> "0";
          default -> "null";
        };
    return Code.join(Code.text("(("), Code.of(new Code.Type(type)), Code.text(") " + zero + ")"));
  }
}
