// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of javac that change what it keeps or writes make no difference to a machine. */
class OptionsTest {
  private static final Set<String> CASES = Set.of("E29", "T21", "B02", "B07", "P01", "P03super");

  @ParameterizedTest
  @ValueSource(
      strings = {"-g:none", "-g:source", "-g:lines,vars", "-parameters", "-XDrawDiagnostics"})
  void machinesAreTheSame(String option) {
    List<Case> cases = Families.written().stream().filter(c -> CASES.contains(c.id())).toList();
    Compiled woven = Workshop.compile(cases, List.of(option));
    assertEquals(List.of(), woven.errors());
    Realm machines = new Realm(woven.classes());
    for (Case c : cases) {
      Outcome expected = Families.eagerRealm().run(c, Proof.Mode.COMPLETE.script());
      assertEquals(expected, machines.run(c, Proof.Mode.SUSPENDED.script()), c.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3k"})
  void aMethodSizeIsANumber(String size) {
    List<Case> cases = Families.written().stream().filter(c -> c.id().equals("E29")).toList();
    Compiled woven = Workshop.compile(cases, List.of("-Aweft.methodSize=" + size));
    assertEquals(
        List.of("WEFT005: -Aweft.methodSize=" + size + " is no number of bytes"),
        woven.errors().stream().map(e -> e.text().lines().findFirst().orElse("")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void lineEndsAreTheUsersOwn(String lineEnd) {
    Case original =
        Case.family("Machines").stream().filter(c -> c.id().equals("N01")).findAny().orElseThrow();
    Case c = original.withSource(original.source().replace("\n", lineEnd));
    Outcome outcome =
        new Realm(Workshop.compile(List.of(c)).classes()).run(c, Proof.Mode.SUSPENDED.script());
    assertEquals(
        original.title().replaceFirst(".*gives ", ""),
        outcome.end().replaceFirst("returns \\S+ ", ""));
  }
}
