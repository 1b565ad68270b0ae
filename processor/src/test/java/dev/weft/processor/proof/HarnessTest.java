// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who proves the proof? The eager world plays the part of the machines, broken on purpose in the
 * ways in which compilers of async/await have been broken; the harness must see each of them.
 */
class HarnessTest {
  /** A fault: in case {@code id}, {@code good} becomes {@code bad}. */
  private record Fault(String what, String id, String good, String bad) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "an operand is evaluated late",
              "E01",
              "f(g(1), await(later(2)), g(3))",
              "f(await(later(2)), g(1), g(3))"),
          new Fault(
              "a left operand is read late",
              "E07",
              "this.field + await(later(\"a\", 1, () -> this.field = 1000))",
              "await(later(\"a\", 1, () -> this.field = 1000)) + this.field"),
          new Fault(
              "a right operand is read early",
              "E08",
              "await(later(\"a\", 1, () -> field = 1000)) + this.field",
              "this.field + await(later(\"a\", 1, () -> field = 1000))"),
          new Fault(
              "a receiver is not kept",
              "E04",
              "field.append(await(later(\"x\", \"!\", () -> field = new StringBuilder(\"new\"))));",
              "String late = await(later(\"x\", \"!\", () -> field = new StringBuilder(\"new\")));"
                  + "field.append(late);"),
          new Fault(
              "an array store fails early",
              "A04array",
              "a[g(2)] = await(later(\"plain\", 1));",
              "a[g(2)] += await(later(\"plain\", 1));"),
          new Fault(
              "a compound assignment uses the new value",
              "A01",
              "x += (x = await(later(5)));",
              "x = (x = await(later(5))) + x;"),
          new Fault(
              "an index is evaluated twice",
              "A02",
              "a[g(1)] += await(later(10));",
              "a[g(1)] = a[g(1)] + await(later(10));"),
          new Fault(
              "both operands are evaluated",
              "C01",
              "log(a && await(later(\"&&\", b)));",
              "log(a & await(later(\"&&\", b)));"),
          new Fault(
              "a conditional is of another type",
              "C05",
              "yes ? 'x' : intVar;",
              "yes ? (Object) 'x' : intVar;"),
          new Fault(
              "a loop leaves its iterator open",
              "W15",
              "new Numbers(\"n\", 3).asyncIterator()",
              "new AsyncIterator<Integer>() {"
                  + " final AsyncIterator<Integer> open = new Numbers(\"n\", 3).asyncIterator();"
                  + " public Coroutine<Boolean> hasNext() { return open.hasNext(); }"
                  + " public Integer next() { return open.next(); } }"),
          new Fault("a generator runs ahead", "Y01", "log(\"made\");", "made.hasNext();"),
          new Fault("a generator is not cleaned up", "Y03", "twice.close();", ";"),
          new Fault("a finally is skipped", "T12", "log(\"inner\");", ";"),
          new Fault(
              "a finally runs twice",
              "T05",
              "r += await(later(\"inner\", 1));",
              "r += await(later(\"inner\", 1)); r += await(later(\"inner\", 1));"),
          new Fault(
              "a returned value is not fixed",
              "T02",
              "return done(x);\n    } finally {\n      x = 99;",
              "x = 99; return done(x);\n    } finally {\n      x = 99;"),
          new Fault(
              "an exception is copied",
              "T08",
              "log(e == thrown);\n      await(later(\"b\"));\n      throw e;",
              "log(e == thrown);\n      await(later(\"b\"));\n      throw new IllegalStateException(\"kept\");"),
          new Fault(
              "a handler is left on too long",
              "T10",
              "throw new IllegalStateException(\"second\");",
              "log(\"never\");"),
          new Fault(
              "a closure sees one slot",
              "B02",
              "int square = i * i;\n",
              "int square = all.isEmpty() ? 0 : 4;\n"),
          new Fault(
              "a suppressed exception is lost",
              "T21close",
              "log(\"close \" + name);\n      throw",
              "log(\"close \" + name);\n      if (name.equals(\"first\")) return;\n      throw"),
          new Fault("a line is lost", "T13", "log(1 / zero);", "\n      log(1 / zero);"),
          new Fault(
              "an overload is another one",
              "G02",
              "list.remove(await(later(1)));",
              "list.remove((int) await(later(1)));"));

  private static final List<Case> CASES = Families.written();
  private static final Realm REALM = Families.eagerRealm();

  @TestFactory
  Stream<DynamicTest> eachFaultIsSeen() {
    List<Case> broken = FAULTS.stream().map(HarnessTest::broken).toList();
    Proof proof = new Proof(REALM, new Realm(Workshop.eager(broken).classes()));
    return FAULTS.stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.what(),
                    () -> assertFalse(proof.differences(find(fault.id())).isEmpty())));
  }

  private static Case broken(Fault fault) {
    Case c = find(fault.id());
    String source = c.source().replace(fault.good(), fault.bad());
    assertNotEquals(c.source(), source, "no such text in " + c);
    return c.withSource(source);
  }

  @Test
  void aSoundWorldShowsNoDifference() {
    Proof proof = new Proof(REALM, REALM);
    List<String> found = new ArrayList<>();
    for (Case c : CASES) {
      proof.differences(c).forEach(difference -> found.add(c + ": " + difference));
    }
    assertEquals(List.of(), found);
  }

  /** A case of which neither a wrong value nor a failure changes anything would test nothing. */
  @Test
  void everyCaseLooksAtItsAwaits() {
    List<String> idle = new ArrayList<>();
    for (Case c : CASES) {
      Script plain = Proof.Mode.COMPLETE.script();
      Outcome success = REALM.run(c, plain);
      boolean looks =
          Arrays.stream(Proof.failing(plain.awaits()))
              .mapToObj(number -> plain.failing(number))
              .anyMatch(script -> success.difference(REALM.run(c, script)) != null);
      if (plain.awaits() > 0 && !looks) {
        idle.add(c.toString());
      }
    }
    assertEquals(List.of(), idle);
  }

  private static Case find(String id) {
    for (Case c : CASES) {
      if (c.id().equals(id)) {
        return c;
      }
    }
    return fail("no case " + id);
  }
}
