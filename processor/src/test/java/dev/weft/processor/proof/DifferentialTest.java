// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weft.processor.proof.Case.Status;
import dev.weft.processor.proof.Compiled.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every case of every family, proven against its own eager meaning. */
@Tag("proof")
class DifferentialTest {
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicContainer> cases() {
    List<Case> cases = Families.all().stream().filter(c -> c.status() != Status.REFUSED).toList();
    CompletableFuture<Compiled> plain = CompletableFuture.supplyAsync(Families::eager);
    Workshop.Result woven = Workshop.woven(cases);
    Compiled eager = plain.join();
    Check check =
        new Check(
            new Proof(Families.eagerRealm(), woven.realm()),
            new Stops(eager.classes(), woven.compiled().classes()),
            eager,
            woven);
    Stream<DynamicContainer> families =
        cases.stream()
            .map(Case::family)
            .distinct()
            .map(
                family ->
                    DynamicContainer.dynamicContainer(
                        family,
                        cases.stream()
                            .filter(c -> c.family().equals(family))
                            .map(c -> DynamicTest.dynamicTest(c.toString(), () -> check.run(c)))));
    DynamicTest rest =
        DynamicTest.dynamicTest(
            "no other messages", () -> assertEquals(List.of(), check.otherMessages(cases)));
    return Stream.concat(
        families, Stream.of(DynamicContainer.dynamicContainer("compile", Stream.of(rest))));
  }

  private record Check(Proof proof, Stops stops, Compiled eager, Workshop.Result woven) {
    void run(Case c) throws ReflectiveOperationException {
      List<Message> errors = woven.refused().get(c.id());
      if (errors != null) {
        fail("does not compile:\n" + Workshop.lines(errors));
      }
      woven.realm().verify(c);
      List<String> found = new ArrayList<>(proof.differences(c));
      if (c.status() == Status.DIFFERS) {
        assertFalse(found.isEmpty(), "it differs no more: say so in the case and in the docs");
        return;
      }
      found.addAll(stops.differences(c));
      messages(c).forEach(message -> found.add("a message of its own: " + message));
      if (!found.isEmpty()) {
        fail("\n" + Workshop.lines(found) + "--- " + c.id() + "\n" + c.source().strip());
      }
    }

    /**
     * What javac says with the processor only. A warning would fail a build with {@code -Werror}.
     */
    private List<Message> messages(Case c) {
      return woven.compiled().messages().stream()
          .filter(message -> Workshop.isOf(message, c) && !eager.messages().contains(message))
          .toList();
    }

    List<Message> otherMessages(List<Case> cases) {
      return woven.compiled().messages().stream()
          .filter(message -> cases.stream().noneMatch(c -> Workshop.isOf(message, c)))
          .filter(message -> !eager.messages().contains(message))
          // Said of the cases' own annotations as soon as there is any processor.
          .filter(message -> !message.code().endsWith("annotations.without.processor"))
          .toList();
    }
  }
}
