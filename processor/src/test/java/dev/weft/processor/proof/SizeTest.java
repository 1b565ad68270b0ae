// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Bodies of a size that no person writes, but that a generator of code might. */
class SizeTest {
  /** What HotSpot still compiles. */
  private static final int COMPILED = 8_000;

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 3_000})
  void manyAwaits(int count) {
    Compiled woven =
        assertProven(
            "K01", "int sum = 0;" + repeat(count, i -> "sum += await(later(" + i + "));", "\n"));
    assertThat(largestPart(woven, "cases.K01_run")).isLessThan(COMPILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 100})
  void deeplyNestedFinally(int depth) {
    String body = "sum += await(later(1));";
    for (int i = 0; i < depth; i++) {
      body = "try { " + body + " } finally { sum++; }";
    }
    assertProven("K02", "int sum = 0;\n" + body);
  }

  /** What each level throws is caught by the one around it, and some of what it awaits by none. */
  @ParameterizedTest
  @ValueSource(ints = {30, 100})
  void deeplyNestedCatch(int depth) {
    String body = "sum += await(later(1)); if (sum > 0) throw new IllegalStateException(\"in\");";
    for (int i = 0; i < depth; i++) {
      String type = i % 2 == 0 ? "IllegalStateException" : "UnsupportedOperationException";
      String next = i % 2 == 0 ? "UnsupportedOperationException" : "IllegalStateException";
      body =
          "try { sum += await(later(%d));\n %s } catch (%s e) { sum += await(later(%d)); throw new %s(e.getMessage() + sum); }"
              .formatted(i, body, type, i, next);
    }
    assertProven(
        "K02c",
        "int sum = 0;\ntry { "
            + body
            + " } catch (IllegalStateException | UnsupportedOperationException e) {"
            + " sum += e.getMessage().length(); }");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 1_000})
  void manyTries(int count) {
    Compiled woven =
        assertProven(
            "K02m",
            "int sum = 0;\n"
                + repeat(
                    count,
                    i ->
                        "try { sum += await(later(%d)); } catch (IllegalStateException e) { sum--; }"
                            .formatted(i),
                    "\n"));
    assertThat(largestPart(woven, "cases.K02m_run")).isLessThan(COMPILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 1_000})
  void aSwitchOfManyCases(int count) {
    assertProven(
        "K03",
        "int sum = 0;\nswitch (await(later(77))) {\n"
            + repeat(count, i -> "case " + i + ": sum += await(later(" + i + ")); break;", "\n")
            + "\ndefault: sum = -1; }");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500})
  void anExpressionOfManyOperands(int count) {
    assertProven(
        "K04", "int sum = " + repeat(count, i -> "g(" + i + ")", " + ") + " + await(later(1));");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 500})
  void anExpressionOfManyAwaits(int count) {
    assertProven("K04b", "int sum = " + repeat(count, i -> "await(later(" + i + "))", " + ") + ";");
  }

  /**
   * What jumps, is caught, captured or constant here is in one part, and where it leads in another.
   */
  @Test
  void everyKindOfStepFromPartToPart() {
    String filler = repeat(200, i -> "sum += await(later(" + i + "));", "\n");
    assertProven(
        "K05",
        """
        int sum = 0;
        final int seven = 7;
        java.util.List<java.util.function.IntSupplier> suppliers = new java.util.ArrayList<>();
        outer:
        for (int i = 0; i < 4; i++) {
          int mine = i;
          suppliers.add(() -> mine * mine);
          try {
            for (int part : new int[] {1, 2, 3}) {
              String text = "part " + part;
              FILLER
              if (part == 2 && i == 1) {
                continue outer;
              }
              while (true) {
                try {
                  if (text.length() == 6) {
                    break;
                  }
                } finally {
                  sum += text.length();
                }
              }
              switch (g(part + 5)) {
                case seven:
                  FILLER
                default:
                  sum++;
              }
              if (i == 2) {
                throw new IllegalStateException(text);
              }
            }
          } catch (IllegalStateException e) {
            sum += e.getMessage().length();
            FILLER
            if (i == 2) {
              continue;
            }
          } finally {
            sum += await(later(i));
          }
          sum += suppliers.get(i).getAsInt();
        }
        """
            .replace("FILLER", filler));
  }

  /** The line and the method of the failure are compared, in the last part as in the first. */
  @ParameterizedTest
  @ValueSource(ints = {0, 500, 999})
  void aFailureInEachPart(int at) {
    assertProven(
        "K06",
        "int sum = 0;\n"
            + repeat(
                1_000,
                i -> "sum += await(later(%d));%s".formatted(i, i == at ? " sum /= sum - sum;" : ""),
                "\n"));
  }

  /** Between two awaits nothing is divided, and a field takes more code than a local. */
  @Test
  void whatIsTooLargeBetweenAwaitsHasAnErrorOfItsOwn() {
    String body =
        "int sum = 0; int a = g(1);"
            + repeat(8_000, i -> "sum += a;", "\n")
            + "sum += await(later(a)); sum += a;";
    List<Compiled.Message> errors = Workshop.compile(List.of(sized("K07", body))).errors();
    assertEquals(
        List.of("code too large", "WEFT004: the body of run is too large"),
        errors.stream().map(error -> error.text().lines().findFirst().orElse("")).toList());
    assertEquals("K07", errors.get(1).unit());
    assertEquals(8, errors.get(1).line());
  }

  private static String repeat(int times, IntFunction<String> part, String separator) {
    return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining(separator));
  }

  private static Case sized(String id, String body) {
    String source =
        """
        package cases;
        import static dev.weft.Weft.await;
        import static dev.weft.Weft.done;
        import static world.World.g;
        import static world.World.later;
        final class %s {
          @dev.weft.Async
          static dev.weft.Coroutine<Integer> run() {
            %s
            return done(sum);
          }
        }
        """
            .formatted(id, body);
    return new Case("Sizes", id, "size", Case.Status.SAME, 17, source);
  }

  private static Compiled assertProven(String id, String body) {
    Case c = sized(id, body);
    Compiled eager = Workshop.eager(List.of(c));
    Workshop.Result woven = Workshop.woven(List.of(c));
    assertEquals(List.of(), woven.refused().getOrDefault(id, List.of()));
    assertEquals(List.of(), new Proof(new Realm(eager.classes()), woven.realm()).differences(c));
    return woven.compiled();
  }

  private static int largestPart(Compiled compiled, String type) {
    int[] largest = {0};
    new ClassReader(compiled.classes().get(type))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                if (!name.startsWith("resume")) {
                  return null;
                }
                return new CodeSizeEvaluator(Opcodes.ASM9, null) {
                  @Override
                  public void visitEnd() {
                    largest[0] = Math.max(largest[0], getMinSize());
                  }
                };
              }
            },
            0);
    return largest[0];
  }
}
