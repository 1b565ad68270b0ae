// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import dev.weft.processor.graph.Nesting;
import dev.weft.processor.graph.Variable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A body that no machine can be printed for. The caller tells the user. */
public final class UnsupportedCodeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why not. */
  public enum Reason {
    /** A type would have to be named that has no name, or none that the machine may use. */
    UNNAMEABLE_TYPE,
    /** One statement assigns a variable and hands it to a lambda or class. */
    ASSIGNED_AND_CAPTURED
  }

  private final Reason reason;
  private final transient @Nullable Variable variable;
  private final transient @Nullable TypeMirror type;
  private final int line;

  private UnsupportedCodeException(
      Reason reason, @Nullable Variable variable, @Nullable TypeMirror type, int line) {
    super(reason + " in line " + line);
    this.reason = reason;
    this.variable = variable;
    this.type = type;
    this.line = line;
  }

  static UnsupportedCodeException unnameable(TypeMirror type) {
    return new UnsupportedCodeException(Reason.UNNAMEABLE_TYPE, null, type, 0);
  }

  static UnsupportedCodeException assignedAndCaptured(Variable variable, int line) {
    return new UnsupportedCodeException(
        Reason.ASSIGNED_AND_CAPTURED, variable, variable.type(), line);
  }

  /** The same with its place, unless that is known already. */
  UnsupportedCodeException at(@Nullable Variable where, int whereLine) {
    return line > 0 ? this : new UnsupportedCodeException(reason, where, type, whereLine);
  }

  public Reason reason() {
    return reason;
  }

  /** The variable that is concerned; null where it is a type that stands in an expression. */
  public @Nullable Variable variable() {
    return variable;
  }

  /** The type that is concerned. */
  public @Nullable TypeMirror type() {
    return type;
  }

  /**
   * The local or anonymous class for whose want of a name the type has none; null if it is not
   * that.
   */
  public @Nullable TypeElement localType() {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && Nesting.isInBody(element)
        ? element
        : null;
  }

  /** The user's line. */
  public int line() {
    return line;
  }
}
