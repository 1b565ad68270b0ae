// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the linker does when something is wrong. */
class LinkerTest {
  private static final String OWNER =
      """
      package demo;
      class Plain {
        static Resumable body(int where) { throw new IllegalStateException("not linked"); }
      }
      """;

  private static final String MACHINE =
      """
      package demo;
      final class Plain_body extends Resumable {
        Plain_body(int where) {}
        @Override public Object resume(Object reply) { return 7; }
      }
      """;

  private static Compiled compile(CompileWay way, String owner, String machine) {
    return new LinkCase()
        .source(owner)
        .staticMachine("demo/Plain", "body", "(I)Ldemo/Resumable;", machine)
        .compile(way);
  }

  private static List<String> errors(Compiled compiled) {
    return compiled.diagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .map(message -> message.getMessage(null))
        .toList();
  }

  @Test
  void nothingIsSaidOrLeftBehindWhenJavacReportsAnError() {
    Compiled compiled =
        compile(
            CompileWay.IN_DIRECTORY,
            OWNER.replace("class Plain", "class Plain extends Gone"),
            MACHINE);
    List<String> errors = errors(compiled);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains("Gone"), errors::toString);
  }

  @Test
  void nothingIsSaidWhenTheMachineDoesNotCompile() {
    Compiled compiled =
        compile(CompileWay.IN_DIRECTORY, OWNER, MACHINE.replace("return 7", "return gone"));
    List<String> errors = errors(compiled);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains("gone"), errors::toString);
  }

  @Test
  void failureIsAnErrorOfTheCompile() {
    Compiled compiled =
        compile(CompileWay.IN_DIRECTORY, OWNER, MACHINE.replace("int where", "long where"));
    List<String> errors = errors(compiled);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains("could not link demo.Plain.body"), errors::toString);
    assertTrue(errors.get(0).contains("<init>(I)V"), errors::toString);
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseIsWritten(CompileWay way) {
    List<String> classes = List.of("demo.Plain", "demo.Plain_body", "demo.Resumable");
    assertEquals(classes, List.copyOf(compile(way, OWNER, MACHINE).classes().keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void linkingAgainGivesTheSameBytes(CompileWay way) {
    Compiled first = compile(way, OWNER, MACHINE);
    Compiled second = compile(way, OWNER, MACHINE);
    first.classes().forEach((name, bytes) -> assertArrayEquals(bytes, second.classes().get(name)));
  }
}
