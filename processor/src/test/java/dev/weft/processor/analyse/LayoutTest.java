// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Sketch;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What analysis finds, as its dump says it. */
class LayoutTest {
  private final Sketch sketch =
      new Sketch(
          """
          class Work {
            Object work(String name) {
              return null;
            }
          }

          class Types {
            String string;
            int integer;
            Integer boxed;
            Throwable throwable;
          }
          """,
          "Work.work");

  private String layout() {
    return Dump.of(Layout.of(sketch.graph()));
  }

  @Test
  void keepsInFieldsOnlyWhatOutlivesASuspension() {
    sketch.local("before", "string");
    sketch.local("across", "string");
    sketch.local("overwritten", "string");
    sketch.local("maybe", "integer");
    sketch.blocks(1, "start", "resume", "dropped");
    sketch
        .at("start")
        .declare(1, "before", "«name»")
        .declare(1, "across", "«before»")
        .declare(1, "overwritten", "«before»")
        .declare(1, "maybe", "0")
        .run(1, "use(«overwritten»);")
        .await(1, "«before»", "resume");
    sketch.at("dropped").run(2, "use(«before»);").go("resume");
    sketch
        .at("resume")
        .assign(2, "overwritten", "«across»")
        .run(2, "if (c) «maybe=» = 1;")
        .run(2, "use(«overwritten», «maybe»);")
        .result(2, null);
    assertEquals(
        """
        state 0: b0 line 1
          live in: name
          clears: name
        state 1: b1 line 1
          live in: across, maybe
        name: field
        before: block local
        across: field
        overwritten: shared
        maybe: field
        """,
        layout());
  }

  @Test
  void keepsAliveWhatAHandlerWants() {
    sketch.local("log", "string");
    sketch.local("e", "throwable");
    sketch.local("step", "integer");
    Region region = new Region(null, 1);
    sketch.block("start", 1, null);
    sketch.block("body", 2, region);
    sketch.block("resume", 2, region);
    sketch.block("handler", 3, null);
    region.handle(
        new Region.Handler(
            List.of(sketch.typeOf("throwable")), sketch.variable("e"), sketch.block("handler"), 0));
    sketch.at("start").declare(1, "log", "\"\"").declare(1, "step", "0").go("body");
    sketch.at("body").assign(2, "step", "1").await(2, "x()", "resume");
    sketch.at("resume").run(2, "«reply boxed»;").assign(2, "step", "2").result(2, null);
    sketch.at("handler").run(3, "use(«e», «log», «step»);").result(3, null);
    assertEquals(
        """
        state 0: b0 line 1
        state 1: b1 line 2
          live in: log, step
          clears: name
        state 2: b2 line 2
          live in: log, step
        state 3: b3 line 3
          live in: log, step, e
        name: field
        log: field
        step: field
        e: shared
        """,
        layout());
  }

  @Test
  void keepsCapturedVariablesOfSeveralStatesInFields() {
    sketch.local("here", "string");
    sketch.local("there", "string");
    sketch.blocks(1, "start", "loop", "end");
    sketch
        .at("start")
        .declare(1, "here", "«name»")
        .declare(1, "there", "«name»")
        .run(1, "later(() -> «here^»);")
        .go("loop");
    sketch.at("loop").run(2, "later(() -> «there^»);").branch(2, "more()", "loop", "end");
    sketch.at("end").result(3, null);
    assertEquals(
        """
        state 0: b0 line 1
          live in: name
        state 1: b1 b2 line 2
          live in: there
        name: field
        here: block local
        there: field
        """,
        layout());
  }

  @Test
  void clearsAReferenceThatDiesAroundALoop() {
    sketch.local("last", "string");
    sketch.blocks(1, "start", "loop", "resume");
    sketch.at("start").declare(1, "last", "null").go("loop");
    sketch.at("loop").run(2, "use(«last»);").await(2, "x()", "resume");
    sketch.at("resume").assign(3, "last", "«reply string»").await(3, "y()", "loop");
    Layout layout = Layout.of(sketch.graph());
    assertEquals(List.of(sketch.variable("name"), sketch.variable("last")), clears(layout, "loop"));
    assertEquals(List.of(), clears(layout, "resume"));
    assertEquals(Storage.FIELD, layout.storage(sketch.variable("last")));
  }

  private List<Variable> clears(Layout layout, String block) {
    return layout.clears(sketch.block(block));
  }

  @Test
  void rejectsAnAwaitThatResumesInAnotherRegion() {
    Region region = new Region(null, 1);
    sketch.variable("e", sketch.typeOf("throwable"), Variable.Kind.TEMPORARY);
    sketch.block("start", 1, region);
    sketch.block("resume", 2, null);
    region.handle(new Region.Handler(List.of(), sketch.variable("e"), sketch.block("resume"), 0));
    sketch.at("start").await(1, "x()", "resume");
    sketch.at("resume").result(2, null);
    assertThrows(IllegalArgumentException.class, () -> Layout.of(sketch.graph()));
  }

  @Test
  void leavesARegionOnlyBehindItsFinally() {
    Region region = new Region(null, 1);
    sketch.variable("e", sketch.typeOf("throwable"), Variable.Kind.TEMPORARY);
    sketch.block("start", 1, region);
    sketch.block("leave", 1, region);
    sketch.block("handler", 2, null);
    sketch.block("end", 3, null);
    region.handle(new Region.Handler(List.of(), sketch.variable("e"), sketch.block("handler"), 0));
    sketch
        .at("start")
        .run(1, "try { «-> leave» } finally { close(); }")
        .end(new Terminator.Unreachable());
    sketch.at("leave").go("end");
    sketch.at("handler").end(new Terminator.Throw(sketch.code("«e»", 2)));
    sketch.at("end").result(3, null);
    Layout layout = Layout.of(sketch.graph());
    assertEquals(1, layout.exitNumber(sketch.block("leave")));
    assertEquals(3, layout.targetNumber(sketch.block("leave")));
    assertEquals(
        """
        parameters name
        r0 line 1
          catch anything as e -> b2
        b0 line 1 in r0
          try { {-> b1} } finally { close(); }
          unreachable
        b1 line 1 in r0
          -> b3
        b2 line 2
          throw {e}
        b3 line 3
          return
        """,
        Dump.of(sketch.graph()));
  }
}
