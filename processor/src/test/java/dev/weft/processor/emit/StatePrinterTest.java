// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.processor.graph.Sketch;
import dev.weft.processor.graph.Variable;
import org.junit.jupiter.api.Test;

/** What stands in a state: declarations, awaits, clears, copies. */
class StatePrinterTest {
  private final Sketch sketch = Work.sketch();

  private String states() {
    return Machines.states(Machines.compiled(sketch));
  }

  @Test
  void clearsWhatIsDeadBeforeTheSuspension() {
    sketch.local("text", "string");
    sketch.blocks(5, "start");
    sketch.blocks(6, "second");
    sketch.blocks(7, "third");
    sketch.at("start").declare(5, "text", "«name»").await(5, "«:work».ask()", "second");
    sketch.at("second").run(6, "«:work».use(«text»);").await(6, "«:work».ask(«text»)", "third");
    sketch.at("third").run(7, "«reply string»;").result(9, null);
    assertEquals(
        """
        case 0: {
          // use(5);
          text = name;
          name = null;
          reply = await(1, Work.ask());
          if (reply == SUSPENDED) {
            return SUSPENDED;
          }
        }
        case 1: {
          // use(6);
          Work.use(text);
          var awaited = Work.ask(text);
          text = null;
          reply = await(2, awaited);
          if (reply == SUSPENDED) {
            return SUSPENDED;
          }
        }
        case 2: {
          // use(7);
          value(reply);
          return null;
        }
        """,
        states());
  }

  @Test
  void givesLambdasACopyOfTheField() {
    sketch.local("text", "string");
    sketch.blocks(5, "start");
    sketch.blocks(6, "second");
    sketch.blocks(7, "third");
    sketch.at("start").declare(5, "text", "«name»").await(5, "«:work».ask()", "second");
    sketch
        .at("second")
        .run(6, "«:work».use(«text»);")
        .run(6, "«:work».later(() -> «:work».use(«text^»));")
        .run(6, "«:work».later(() -> «:work».use(«text^», «n^»));")
        .await(6, "«:work».ask(«text»)", "third");
    sketch.at("third").run(7, "«reply string»;").result(9, null);
    String second = states();
    assertEquals(
        """
        case 1: {
          // use(6);
          Work.use(text);
          final String text = this.text;
          Work.later(() -> Work.use(text));
          final int n = this.n;
          Work.later(() -> Work.use(text, n));
          this.text = null;
          reply = await(2, Work.ask(text));
          if (reply == SUSPENDED) {
            return SUSPENDED;
          }
        }
        """,
        second.substring(second.indexOf("case 1"), second.indexOf("case 2")));
  }

  @Test
  void declaresEachVariableWhereItLives() {
    sketch.local("local", "string");
    sketch.local("unset", "integer");
    sketch.local("shared", "number");
    sketch.local("flag", "flag");
    sketch.local("array", "ints");
    sketch.variable("MAX", sketch.typeOf("integer"), Variable.Kind.CONSTANT);
    sketch.blocks(5, "start");
    sketch.blocks(9, "end");
    sketch.blocks(6, "second");
    sketch
        .at("start")
        .declare(5, "MAX", "3")
        .declare(5, "local", "«name»")
        .declare(5, "unset", null)
        .declare(5, "shared", "«MAX»")
        .declare(5, "flag", null)
        .declare(5, "array", "{1, 2}")
        .run(5, "«unset=» = 2;")
        .run(5, "«:work».use(«unset», «local»);")
        .branch(5, "«:work».test(«local»)", "second", "end");
    sketch.at("second").assign(6, "shared", "«shared» + 1").run(6, "«flag=» = true;").go("end");
    sketch.at("end").run(9, "«:work».use(«shared», «flag», «array»);").result(9, null);
    Emitted emitted = Machines.compiled(sketch);
    String source = emitted.source();
    assertEquals(
        """
            final int MAX = 3;
            long shared = 0;
            boolean flag = false;
            int[] array = null;
            for (;;) {
        """,
        source.substring(source.indexOf("    final int MAX"), source.indexOf("      switch")));
    assertEquals(
        """
        case 0: {
          // use(5);
          String local = name;
          int unset;
          shared = MAX;
          array = new int[] {1, 2};
          unset = 2;
          Work.use(unset, local);
          if (!Work.test(local)) {
            state = 1;
            continue;
          }
          shared = shared + 1;
          flag = true;
        }
        case 1: {
          // return null;
          Work.use(shared, flag, array);
          return null;
        }
        """,
        Machines.states(emitted));
  }

  @Test
  void rejectsAStatementThatAssignsWhatItCaptures() {
    sketch.local("late", "string");
    sketch.blocks(5, "start");
    sketch.blocks(6, "second");
    sketch
        .at("start")
        .declare(5, "late", null)
        .run(6, "{ «late=» = \"\"; «:work».later(() -> «:work».use(«late^»)); }")
        .await(6, "«:work».ask()", "second");
    sketch.at("second").run(6, "«:work».use(«late», «reply string»);").result(9, null);
    UnsupportedCodeException e =
        assertThrows(UnsupportedCodeException.class, () -> Machines.emitted(sketch));
    assertEquals(UnsupportedCodeException.Reason.ASSIGNED_AND_CAPTURED, e.reason());
    assertEquals(6, e.line());
  }
}
