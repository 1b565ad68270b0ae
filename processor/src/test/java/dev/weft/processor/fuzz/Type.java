// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The types that expressions have. */
enum Type {
  INT("int", "Integer", "0", "1", "2", "3", "-1", "7", "Integer.MAX_VALUE"),
  LONG("long", "Long", "0L", "1L", "-5L", "1L << 40", "Long.MIN_VALUE"),
  SHORT("short", "Short", "(short) 3", "(short) -300"),
  BYTE("byte", "Byte", "(byte) 5", "(byte) -128"),
  CHAR("char", "Character", "'a'", "'z'", "'\\u00e9'"),
  FLOAT("float", "Float", "1f", "0.5f", "-0f", "Float.NaN"),
  DOUBLE("double", "Double", "1.0", "-2.5", "1e300", "0.0"),
  BOOLEAN("boolean", "Boolean", "true", "false"),
  INTEGER("Integer", "Integer", "Integer.valueOf(127)", "Integer.valueOf(128)", "(Integer) 3"),
  LONG_BOX("Long", "Long", "Long.valueOf(2)", "(Long) 9L"),
  CHAR_BOX("Character", "Character", "Character.valueOf('k')"),
  BOOL_BOX("Boolean", "Boolean", "Boolean.TRUE", "Boolean.FALSE"),
  STRING(
      "String",
      "String",
      "\"\"",
      "\"s\"",
      "\"Aa\"",
      "\"BB\"",
      "\"one\"",
      "\"C\"",
      "\"\\\" // %s\""),
  OBJECT("Object", "Object", "(Object) \"o\"", "(Object) 1"),
  INTS("int[]", "int[]", "new int[] {1, 2, 3}", "new int[2]"),
  STRINGS("String[]", "String[]", "new String[] {\"x\", \"y\"}"),
  BYTES("byte[]", "byte[]", "new byte[] {1, -1}"),
  TABLE("int[][]", "int[][]", "new int[][] {{1, 2}, {3}}", "new int[2][2]"),
  NUMBERS(
      "List<Integer>",
      "List<Integer>",
      "new ArrayList<Integer>(List.of(4, 5, 6))",
      "List.<Integer>of(1)"),
  NAMES("List<String>", "List<String>", "List.of(\"p\", \"q\")", "List.<String>of()"),
  HUE("Hue", "Hue", "Hue.RED", "Hue.GREEN", "Hue.BLUE"),
  POINT("Point", "Point", "new Point(1, \"p\")", "new Point(2, 3)"),
  SHAPE("Shape", "Shape", "(Shape) new Dot(1)", "(Shape) new Line(new Dot(2), \"end\")"),
  BOX("Box<String>", "Box<String>", "new Box<>(\"b\")"),
  INNER("Inner", "Inner", "ME.new Inner(1)"),
  SUPPLIER("Supplier<Integer>", "Supplier<Integer>", "(Supplier<Integer>) () -> 8"),
  FUNCTION(
      "Function<Integer, Integer>",
      "Function<Integer, Integer>",
      "(Function<Integer, Integer>) x0 -> x0 + 1"),
  SELF("$", "$", "ME");

  static final Set<Type> NUMERIC = EnumSet.range(INT, DOUBLE);
  static final Set<Type> INTEGRAL = EnumSet.of(INT, LONG, SHORT, BYTE, CHAR);
  static final Set<Type> PRIMITIVE = EnumSet.range(INT, BOOLEAN);

  /** Those of which every object prints the same in every run. */
  static final Set<Type> PRINTABLE =
      EnumSet.complementOf(EnumSet.of(INTS, STRINGS, BYTES, TABLE, SUPPLIER, FUNCTION));

  static final List<Type> ALL = Arrays.asList(values());

  private final String java;
  private final String boxed;
  private final List<String> literals;

  Type(String java, String boxed, String... literals) {
    this.java = java;
    this.boxed = boxed;
    this.literals = List.of(literals);
  }

  /** As a declaration writes it; {@code $} is the name of the class. */
  String java() {
    return java;
  }

  /** As a type argument. */
  String boxed() {
    return boxed;
  }

  List<String> literals() {
    return literals;
  }

  boolean isNumeric() {
    return NUMERIC.contains(this);
  }

  boolean isPrimitive() {
    return PRIMITIVE.contains(this);
  }

  boolean isPrintable() {
    return PRINTABLE.contains(this);
  }
}
