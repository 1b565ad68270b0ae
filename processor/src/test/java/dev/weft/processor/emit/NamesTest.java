// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.graph.Sketch;
import org.junit.jupiter.api.Test;

/** Names that are taken, by the machine, by the user, or inside of verbatim text. */
class NamesTest {
  @Test
  void numbersWhatIsTaken() {
    Sketch sketch = Work.sketch();
    sketch.local("state", "string");
    sketch.local("i", "integer");
    sketch.local("i#2", "number");
    sketch.local("x", "string");
    sketch.local("seen", "string");
    sketch.temporary("i#3", "boxed");
    sketch.temporary("ask", "string");
    sketch.graph().addInnerName("x");
    sketch.graph().addInnerName("seen");
    sketch.graph().addInnerName("reply");
    sketch.blocks(5, "start");
    sketch.blocks(6, "second");
    sketch
        .at("start")
        .declare(5, "state", "«name»")
        .declare(5, "i", "1")
        .declare(5, "i#2", "2")
        .declare(5, "i#3", "3")
        .declare(5, "ask", "«name»")
        .declare(5, "x", "«name»")
        .declare(5, "seen", "«name»")
        .run(5, "{ java.util.function.UnaryOperator<String> f = (reply) -> reply; }")
        .run(5, "{ java.util.function.UnaryOperator<String> f = x -> x + «seen^»; }")
        .await(5, "«:work».ask(«ask»)", "second");
    sketch
        .at("second")
        .run(6, "«reply string»;")
        .run(6, "«:work».use(«state», «i», «i#2», «i#3», «ask», «x», «seen»);")
        .result(9, null);
    Emitted emitted = Machines.compiled(sketch);
    assertEquals(
        """
        case 0: {
          // use(5);
          state2 = name;
          i = 1;
          i2 = 2;
          i1 = 3;
          ask = name;
          x = name;
          seen2 = name;
          { java.util.function.UnaryOperator<String> f = (reply) -> reply; }
          final String seen2 = this.seen2;
          { java.util.function.UnaryOperator<String> f = x -> x + seen2; }
          name = null;
          reply1 = await(1, Work.ask(ask));
          if (reply1 == SUSPENDED) {
            return SUSPENDED;
          }
        }
        case 1: {
          // use(6);
          value(reply1);
          Work.use(state2, i, i2, i1, ask, x, seen2);
          return null;
        }
        """,
        Machines.states(emitted));
  }

  @Test
  void letsStatesUseTheSameNamesForTheirOwnLocals() {
    Sketch sketch = Work.sketch();
    sketch.local("i", "integer");
    sketch.local("i#2", "number");
    sketch.blocks(5, "start");
    sketch.blocks(6, "second");
    sketch
        .at("start")
        .declare(5, "i", "1")
        .run(5, "«:work».use(«i»);")
        .await(5, "«:work».ask()", "second");
    sketch
        .at("second")
        .run(6, "«reply string»;")
        .declare(6, "i#2", "2")
        .run(6, "«:work».use(«i#2»);")
        .result(9, null);
    String states = Machines.states(Machines.compiled(sketch));
    assertEquals(true, states.contains("int i = 1;"), states);
    assertEquals(true, states.contains("long i = 2;"), states);
  }
}
