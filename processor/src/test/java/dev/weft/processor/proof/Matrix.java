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
      import java.util.Arrays;
      import java.util.List;
      import java.util.function.Supplier;

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

  private static final List<String> CONSTRUCTS =
      List.of(
          "r = #;",
          "r = x + #;",
          "r = # + x;",
          "r = g(5) * # + g(6);",
          "r = f(g(7), #, g(8));",
          "r = f(#, x++, #);",
          "r = f(x, x += #, x);",
          "r = a[#];",
          "a[#] = g(9);",
          "a[g(1)] = #;",
          "a[x] += #;",
          "a[#] -= #;",
          "r = a[#]++ + a[1];",
          "x += #;",
          "x = x++ + # * x--;",
          "field = #;",
          "field += #;",
          "o().field = #;",
          "r = o().field *= #;",
          "total <<= #;",
          "r = -# + ~#;",
          "r = (long) # << 33;",
          "r = \"s\" + # + x + 'c';",
          "r = # + 1 + \"s\";",
          "r = new int[] {g(1), #, x}[1];",
          "r = new int[#][#].length;",
          "r = yes ? # : 0;",
          "r = # > 1 ? g(1) : g(2);",
          "r = no ? 0 : x < 2 ? # : g(3);",
          "r = yes && # > 0;",
          "r = # == 1 || say(\"or\", true);",
          "r = # < 0 & say(\"and\", true) ^ # > 1;",
          "r = new StringBuilder(\"b\").append(x + #).append(x);",
          "r = new StringBuilder(\"b\").append(x).append(# + x).length();",
          "r = List.of(#, x, #).indexOf(x);",
          "if (# > 1) r = \"then\"; else r = \"else\";",
          "if (x > 1) r = #; else if (# == 1) r = \"one\"; else r = #;",
          "while (x < 9) x += 2 + #;",
          "while (# > 10) x = 50;",
          "for (int i = #; i < 4; i++) x += i;",
          "for (int i = 0; i < #; i++) x += i;",
          "for (int i = 0; i < 3; i += 1 + #) r += \"\" + i;",
          "for (int i : new int[] {#, 2}) r += \"\" + i + x;",
          "for (String i : List.of(\"p\", \"q\")) { if (i.length() > #) break; r += i; }",
          "do r += \"x\"; while (r.toString().length() < 5 + #);",
          "switch (#) { case 1: r = \"one\"; break; case 2: r = #; default: r += \"other\"; }",
          "switch (#) { case 1 -> r = \"one\"; case 2 -> r = #; default -> {} }",
          "r = switch (g(1)) { case 1 -> #; default -> 0; };",
          "r = f(x, switch (#) { case 1 -> #; default -> { log(\"d\"); yield x; } }, x);",
          "assert # > 100 : \"no \" + #;",
          "if (yes) throw new IllegalStateException(\"t\" + #);",
          "if (yes) return done(String.valueOf(x + #));",
          "if (yes) return tail(#, x);",
          "int y = #, z = y + #; r = y * z;",
          "Supplier<Object> s = () -> o().field; r = s.get() + \"\" + #; r += \"\" + s.get();",
          "r = (Object) # instanceof Integer n && n > 0 ? n : x;",
          "try { r = #; } finally { r += \"f\" + #; }",
          "try { r = g(4) / (# - #); } catch (ArithmeticException e) { r = \"by zero\" + #; }",
          "try (AutoCloseable c = () -> log(\"close\")) { r = x + #; }",
          "block: { if (# == 1) break block; r = \"block\"; }",
          "Object[] deep = {x, new int[] {#}, f(#, x, 3)}; r = deep[2];");

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
          "try (AutoCloseable a% = () -> log(\"close%\")) { @ }");

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
      String construct = CONSTRUCTS.get(i);
      List<String> bodies =
          share(OPERANDS, i, 3).stream()
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

          static int f(int a, int b, int c) {
            return a * 10000 + b * 100 + c;
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
