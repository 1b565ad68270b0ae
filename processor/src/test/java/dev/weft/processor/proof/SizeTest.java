// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bodies of a size that no person writes, but that a generator of code might. */
class SizeTest {
  @Test
  void aHundredAwaits() {
    assertProven("K01", "int sum = 0;" + repeat(100, i -> "sum += await(later(" + i + "));", "\n"));
  }

  @Test
  void deeplyNestedTries() {
    String body = "sum += await(later(1));";
    for (int i = 0; i < 30; i++) {
      body = "try { " + body + " } finally { sum++; }";
    }
    assertProven("K02", "int sum = 0;\n" + body);
  }

  @Test
  void aSwitchOfManyCases() {
    assertProven(
        "K03",
        "int sum = 0;\nswitch (await(later(77))) {\n"
            + repeat(300, i -> "case " + i + ": sum += await(later(" + i + ")); break;", "\n")
            + "\ndefault: sum = -1; }");
  }

  @Test
  void anExpressionOfManyOperands() {
    assertProven(
        "K04", "int sum = " + repeat(200, i -> "g(" + i + ")", " + ") + " + await(later(1));");
  }

  @Test
  void anExpressionOfManyAwaits() {
    assertProven("K04b", "int sum = " + repeat(100, i -> "await(later(" + i + "))", " + ") + ";");
  }

  @Test
  void aMachineThatIsTooLargeIsJavacsError() {
    String body = "int sum = 0;" + repeat(2000, i -> "sum += await(later(" + i + "));", "\n");
    List<Compiled.Message> errors = Workshop.compile(List.of(sized("K01b", body))).errors();
    assertEquals(List.of("code too large"), errors.stream().map(Compiled.Message::text).toList());
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

  private static void assertProven(String id, String body) {
    Case c = sized(id, body);
    Compiled eager = Workshop.eager(List.of(c));
    Workshop.Result woven = Workshop.woven(List.of(c));
    assertEquals(List.of(), woven.refused().getOrDefault(id, List.of()));
    assertEquals(List.of(), new Proof(new Realm(eager.classes()), woven.realm()).differences(c));
  }
}
