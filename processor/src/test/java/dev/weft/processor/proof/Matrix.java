// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cases that are made by combination: constructs with an await in a hole of theirs, and statements
 * inside of statements with each way of leaving both. All pairs of statements are there; of the
 * operands and of the ways of leaving each takes its share in turn, unless {@code -Dweft.proof=all}
 * asks for every combination.
 */
final class Matrix {
  private static final boolean ALL = "all".equals(System.getProperty("weft.proof"));

  private static final String HEADER =
      """
      // SPDX-License-Identifier: Apache-2.0
      package cases;

      import static dev.weft.Weft.await;
      import static dev.weft.Weft.done;
      import static world.World.g;
      import static world.World.later;
      import static world.World.log;
      import static world.World.say;

      import dev.weft.Async;
      import dev.weft.Coroutine;
      import java.util.ArrayList;
      import java.util.Arrays;
      import java.util.List;
      import java.util.function.IntUnaryOperator;
      import java.util.function.Supplier;
      import world.Numbers;
      import world.Resource;

      """;

  /**
   * What is put in the place of {@code #}: an {@code int} of 1 to 3, with an await somewhere in it.
   */
  private static final List<String> OPERANDS =
      List.of(
          "await(later(1))",
          "(g(1) + await(later(2)))",
          "(await(later(1)) + await(later(2)))",
          "await(later(await(later(1)) + g(1)))",
          "(yes ? await(later(1)) : g(2))",
          "(x = await(later(2)))",
          "(no || await(later(true)) ? x : 0)",
          "switch (g(1)) { case 1 -> await(later(1)); default -> 0; }");

  /** One on each line of the file; what asks for a newer Java, or takes no choice, says so. */
  private static final List<Construct> CONSTRUCTS =
      Case.resource("matrix/constructs.txt").lines().map(Construct::of).toList();

  /**
   * A {@code switch} or {@code ?:} as an argument may have no type of its own, so an overload may
   * be ambiguous.
   */
  private record Construct(String text, int java, boolean takesChoice) {
    static Construct of(String line) {
      String newer = "(java 21) ";
      if (line.startsWith(newer)) {
        return new Construct(line.substring(newer.length()), 21, true);
      }
      String noChoice = "(no choice) ";
      return line.startsWith(noChoice)
          ? new Construct(line.substring(noChoice.length()), 17, false)
          : new Construct(line, 17, true);
    }

    boolean takes(String operand) {
      return takesChoice || !operand.startsWith("switch") && !operand.contains(" ? ");
    }
  }

  /** Statements with another one in the place of {@code @}; {@code %} is a number of their own. */
  private static final List<String> WRAPPERS =
      List.of(
          "try { @ } finally { await(later(\"f%\")); }",
          "try { @ } catch (IllegalStateException e%) { r += e%.getMessage() + await(later(\"c%\")); }",
          "try { if (await(later(\"t%\", true))) throw new IllegalStateException(\"x%\"); } "
              + "catch (IllegalStateException e%) { @ r += e%.getMessage(); }",
          "try { await(later(\"t%\")); } finally { @ }",
          "for (int i% = 0; i% < 2; i%++) { r += await(later(i%)); @ }",
          "for (String s% : List.of(\"p\", \"q\")) { @ r += s%; }",
          "while (await(later(\"w%\", n++ < 3))) { @ }",
          "do { @ } while (await(later(\"d%\", n++ < 2)));",
          "switch (g(%)) { case %: @ break; default: r += await(later(\"d%\")); }",
          "switch (await(later(%))) { case % -> { @ } default -> log(\"never\"); }",
          "b%: { @ if (await(later(\"b%\", true))) break b%; log(\"never\"); }",
          "try (AutoCloseable a% = () -> log(\"close%\")) { @ }",
          "try (Resource a% = new Resource(\"r%\")) { @ r += a%.label(); }",
          "for (int v% : /* async */ new Numbers(\"n%\", 2)) { @ r += v%; }");

  private static final List<String> EXITS =
      List.of(
          "r += await(later(\"in\"));",
          "if (i == 0) return done(r + await(later(\"returned\")));",
          "if (i == 0) { await(later(\"in\")); break out; }",
          "if (i == 0) continue out;",
          "if (i == 0) throw new IllegalStateException(\"thrown\" + await(later(\"in\")));",
          "if (i == 0 && await(later(\"left\", true))) break;");

  private Matrix() {}

  static List<Case> cases() {
    return Stream.concat(constructs().stream(), nestings().stream()).toList();
  }

  private static List<Case> constructs() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < CONSTRUCTS.size(); i++) {
      if (CONSTRUCTS.get(i).java() > Runtime.version().feature()) {
        continue;
      }
      Construct shape = CONSTRUCTS.get(i);
      String construct = shape.text();
      List<String> bodies =
          share(OPERANDS, i, 3).stream()
              .filter(shape::takes)
              .map(
                  operand ->
                      """
                      int x = 1;
                          int[] a = {10, 20, 30, 40};
                          boolean yes = g(0) == 0;
                          boolean no = !yes;
                          Object r = "r";
                          %s
                          return done(r + " " + x + Arrays.toString(a) + yes + no + field + " " + total);\
                      """
                          .formatted(construct.replace("#", operand)))
              .toList();
      cases.add(generated("Constructs", "M" + i, construct, bodies));
    }
    return cases;
  }

  private static List<Case> nestings() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < WRAPPERS.size(); i++) {
      for (int j = 0; j < WRAPPERS.size(); j++) {
        String outer = WRAPPERS.get(i).replace("%", "1");
        String both = outer.replace("@", WRAPPERS.get(j).replace("%", "2"));
        List<String> bodies =
            share(EXITS, i + j, 3).stream()
                .map(
                    exit ->
                        """
                        int n = 0;
                            String r = "r";
                            out:
                            for (int i = 0; i < 2; i++) {
                              %s
                              r += await(later("after" + i));
                            }
                            return done(r + n);\
                        """
                            .formatted(both.replace("@", exit)))
                .toList();
        cases.add(generated("Nestings", "N" + i + "x" + j, both, bodies));
      }
    }
    return cases;
  }

  /** Every so-many-th element, from a place that depends on {@code turn}. */
  private static List<String> share(List<String> all, int turn, int parts) {
    return IntStream.range(0, all.size())
        .filter(i -> ALL || (i + turn) % parts == 0)
        .mapToObj(all::get)
        .toList();
  }

  private static Case generated(String family, String id, String title, List<String> bodies) {
    StringBuilder source = new StringBuilder(HEADER);
    source.append("@SuppressWarnings({\"unused\", \"fallthrough\", \"try\", \"finally\"})\n");
    source.append("final class ").append(id).append(" {\n  int field = 4;\n  int total = 5;\n");
    for (int i = 0; i < bodies.size(); i++) {
      source
          .append("\n  @Async\n  Coroutine<Object> v")
          .append(i)
          .append("() throws Exception {\n");
      source.append("    ").append(bodies.get(i)).append("\n  }\n");
    }
    source.append(
        """

          %1$s o() {
            log("o");
            return this;
          }

          %1$s nul() {
            log("nul");
            return null;
          }

          static int f(int a, int b, int c) {
            return a * 10000 + b * 100 + c;
          }

          static int sum(int... all) {
            return Arrays.stream(all).sum() + 100 * all.length;
          }

          static String over(int i) {
            return "int " + i;
          }

          static String over(long l) {
            return "long " + l;
          }

          static String over(Integer i) {
            return "Integer " + i;
          }

          static String over(Object o) {
            return "Object " + o;
          }

          private <T> T same(T value) {
            return value;
          }

          static int apply(int i, IntUnaryOperator f) {
            return f.applyAsInt(i);
          }

          private int plus(int more) {
            return field + more;
          }

          int value() {
            log("value");
            return field;
          }

          private enum Rank {
            LOW,
            MIDDLE,
            HIGH
          }

          private record Pair(int left, String right) {}

          static class Sum {
            private final int sum;

            Sum(int a, int b) {
              sum = 2 * a + b;
            }

            int get() {
              return sum;
            }
          }

          private final class Part {
            private final int part;

            private Part(int part) {
              this.part = part + field;
            }

            int get() {
              log("get");
              return part;
            }
          }

          private record Res(String name) implements AutoCloseable {
            @Override
            public void close() {
              log("close " + name);
            }
          }

          @Async
          static Coroutine<Object> tail(int a, int b) {
            return done(await(later(a)) + b);
          }

          @Async
          static Coroutine<Void> run() throws Exception {
        """
            .formatted(id));
    for (int i = 0; i < bodies.size(); i++) {
      source
          .append("    try {\n      log(await(new ")
          .append(id)
          .append("().v")
          .append(i)
          .append("()));\n    } catch (IllegalStateException | AssertionError e) {\n")
          .append("      log(e.getMessage());\n    }\n");
    }
    source.append("    return done();\n  }\n}\n");
    return new Case(family, id, title, Case.Status.SAME, 17, source.toString());
  }
}
