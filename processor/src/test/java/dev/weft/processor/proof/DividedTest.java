// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases written by hand again, with each state a method of its own: large bodies are divided
 * like that, only in fewer places.
 */
class DividedTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    List<Case> cases = Families.written().stream().filter(DividedTest::isMeant).toList();
    Compiled woven = Workshop.compile(cases, Workshop.DIVIDED);
    assertEquals(List.of(), woven.errors());
    Realm machines = new Realm(woven.classes());
    Proof proof = new Proof(Families.eagerRealm(), machines);
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(),
                    () -> {
                      machines.verify(c);
                      assertEquals(List.of(), proof.differences(c), c::source);
                    }));
  }

  private static boolean isMeant(Case c) {
    return c.status() == Case.Status.SAME;
  }
}
