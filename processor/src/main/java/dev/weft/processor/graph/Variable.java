// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the body that lives outside of verbatim text: a parameter, a local of a scope that
 * was taken apart, a pattern variable or catch parameter that leaves its statement, or a temporary
 * that lowering made.
 *
 * <p>Variables are compared by identity: two locals of one name are two variables.
 */
public final class Variable {
  /** Where a variable comes from. */
  public enum Kind {
    PARAMETER,
    /** Declared by the user in the body. */
    LOCAL,
    /**
     * A local {@code final} constant: its references may stand in {@code case} labels, so it is
     * never a field.
     */
    CONSTANT,
    /**
     * Made by lowering: a spilled operand, an awaited value, the pending exception of a {@code
     * finally}.
     */
    TEMPORARY
  }

  private final String name;
  private final TypeMirror type;
  private final Kind kind;
  private final boolean inferred;
  private final boolean nameless;
  private @Nullable Code model;

  private Variable(String name, TypeMirror type, Kind kind, boolean inferred) {
    this.name = name;
    this.type = type;
    this.kind = kind;
    this.inferred = inferred;
    this.nameless = NamelessTypes.has(type);
  }

  public static Variable of(String name, TypeMirror type, Kind kind) {
    return new Variable(name, type, kind, false);
  }

  /** A local that the user declared with {@code var}: its type may have no name in the language. */
  public static Variable inferred(String name, TypeMirror type) {
    return new Variable(name, type, Kind.LOCAL, true);
  }

  /** The user's name, or a suggestion that emission makes unique. */
  public String name() {
    return name;
  }

  public TypeMirror type() {
    return type;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isInferred() {
    return inferred;
  }

  /** Whether no declaration can name its type: see {@link NamelessTypes}. */
  public boolean isNameless() {
    return nameless;
  }

  /**
   * An expression of its type, for a place where it is never evaluated; null if none is known, as
   * for a variable whose type has a name.
   */
  public @Nullable Code model() {
    return model;
  }

  /** Adds to the model one of the expressions that the variable gets its value from. */
  public void addModel(Code expression) {
    model =
        model == null
            ? expression
            : Code.join(
                Code.text("(false ? "), model, Code.text(" : "), expression, Code.text(")"));
  }

  @Override
  public String toString() {
    return name;
  }
}
