// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * A piece of Java: the user's text, character for character, with holes where a name must change.
 *
 * <p>{@code total += await(next()) * weight} becomes the pieces {@code [Use total, " = ", Use
 * total1, " + ", Reply, " * ", Member self "weight"]}; what stands in a hole is decided when the
 * machine is printed.
 */
public record Code(List<Piece> pieces) {
  public static final Code EMPTY = new Code(List.of());

  public Code {
    pieces = List.copyOf(pieces);
  }

  public static Code of(Piece... pieces) {
    return new Code(List.of(pieces));
  }

  /** Text that lowering wrote itself, which stands in no line of the user's. */
  public static Code text(String text) {
    return of(new Text(text, 0));
  }

  /** The same, for where it is none of the user's lines that runs. */
  public Code onNoLine() {
    return new Code(
        pieces.stream()
            .map(piece -> piece instanceof Text text ? new Text(text.text(), 0) : piece)
            .toList());
  }

  /** The codes one after the other. */
  public static Code join(Code... codes) {
    List<Piece> pieces = new ArrayList<>();
    for (Code code : codes) {
      pieces.addAll(code.pieces);
    }
    return new Code(pieces);
  }

  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** All pieces, those inside of a {@link Hidden} receiver too. */
  public Stream<Piece> stream() {
    return pieces.stream()
        .flatMap(
            piece ->
                piece instanceof Hidden hidden
                    ? Stream.concat(Stream.of(piece), hidden.receiver().stream())
                    : Stream.of(piece));
  }

  /** A part of a {@link Code}. */
  public sealed interface Piece permits Text, Use, Self, Type, RawType, Hidden, Reply, Jump {}

  /**
   * Verbatim text.
   *
   * @param line the user's line on which the text starts, from 1; 0 where lowering wrote it
   */
  public record Text(String text, int line) implements Piece {}

  /** How a {@link Use} touches its variable. */
  public enum Access {
    READ,
    WRITE,
    /** Compound assignment, increment. */
    UPDATE
  }

  /**
   * The name of a variable.
   *
   * @param captured whether the place is inside of a lambda, local or anonymous class, where only
   *     an effectively final local of {@code resume} may be named
   */
  public record Use(Variable variable, Access access, boolean captured) implements Piece {
    public static Use read(Variable variable) {
      return new Use(variable, Access.READ, false);
    }

    public static Use write(Variable variable) {
      return new Use(variable, Access.WRITE, false);
    }
  }

  /** The instance whose method this is: the user's {@code this}. */
  public record Self() implements Piece {}

  /**
   * The name of a type, imported if need be. Type arguments are printed where the mirror has them.
   */
  public record Type(TypeMirror type) implements Piece {}

  /**
   * The name of a local type, or of an array of it, where Java asks for one that is known at run
   * time: see {@link ParameterizedLocals}.
   */
  public record RawType(TypeMirror type) implements Piece {}

  /**
   * The receiver through which a member is reached that Java forbids to other classes; the member's
   * own name follows as {@link Member#name} in text.
   *
   * <p>For an instance member {@code receiver} is the expression left of the dot; it is empty for a
   * static one and for a constructor.
   */
  public record Hidden(Member member, Code receiver) implements Piece {}

  /**
   * The value that the last await of this block was resumed with, as {@code type}; throws what it
   * failed with.
   */
  public record Reply(TypeMirror type) implements Piece {}

  /**
   * A whole statement, with its semicolon, that goes on at another block, out of the middle of
   * verbatim text. Where code on the way out may throw, as in a {@code finally}, {@code target} is
   * an empty block of the region that is left: what is thrown there belongs to that region.
   */
  public record Jump(Block target) implements Piece {}
}
