// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.List;

/**
 * The class that a method is a member of: that which all is about, or one nested in it. Each of the
 * nested ones has a method {@code own}.
 */
enum Owner {
  TOP("$", "#", List.of()),

  /** Its methods have two objects: their own, and that around it. */
  PART(
      "Part",
      """
      private final class Part {
        private int own = 1;

        private int own(int x) {
          return own += x + hi;
        }
        #
      }""",
      List.of()),

  /** A generic one. */
  HELD(
      "Held",
      """
      private static class Held<T> {
        private int own = 2;
        T held;

        Held(T held) {
          this.held = held;
        }

        private int own(int x) {
          return own -= x;
        }
        #
      }""",
      List.of(Type.STRING)),

  TONE(
      "Tone",
      """
      enum Tone {
        LOW,
        HIGH {
          @Override
          int own(int x) {
            return 2 * x;
          }
        };

        private int own = 3;

        int own(int x) {
          return own ^= x;
        }
        #
      }""",
      List.of()),

  FACE(
      "Face",
      """
      interface Face {
        int own(int x);
        #
      }""",
      List.of()),

  DATA(
      "Data",
      """
      private record Data(int own, Object more) {
        private int own(int x) {
          return own + x;
        }
        #
      }""",
      List.of(Type.INT, Type.OBJECT));

  private final String type;
  private final String declaration;
  private final List<Type> arguments;

  Owner(String type, String declaration, List<Type> arguments) {
    this.type = type;
    this.declaration = declaration;
    this.arguments = arguments;
  }

  String type() {
    return type;
  }

  /** Whether its objects have one of the outermost class around them, or are such. */
  boolean hasOutermost() {
    return this == TOP || this == PART;
  }

  /** The class with these methods. */
  Node with(List<Node> methods) {
    return Node.clause(declaration, Node.list(Node.Role.GROUP, methods));
  }

  /** The types of the {@code #} of {@link #object}. */
  List<Type> arguments() {
    return arguments;
  }

  /** What makes an object of one that is not the outermost. */
  String object(Dice dice) {
    return switch (this) {
      case HELD -> dice.of("new Held<>(#)", "new Held<String>(#)");
      case TONE -> dice.of("Tone.LOW", "Tone.HIGH");
      case FACE -> "((Face) n -> 3 * n)";
      case DATA -> "new Data(#, #)";
      case TOP, PART -> throw new IllegalStateException(toString());
    };
  }
}
