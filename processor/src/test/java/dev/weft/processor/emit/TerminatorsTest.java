// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Sketch;
import dev.weft.processor.graph.Terminator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How states end. */
class TerminatorsTest {
  private final Sketch sketch = Work.sketch();

  private String states() {
    return Machines.states(Machines.compiled(sketch));
  }

  @Test
  void branchesWhereNeitherTargetIsNext() {
    sketch.blocks(5, "start");
    sketch.blocks(6, "between");
    sketch.blocks(7, "then");
    sketch.blocks(8, "otherwise");
    sketch.at("start").branch(5, "«n» > 0", "then", "otherwise");
    sketch.at("between").run(6, "«:work».use(1);").result(6, null);
    sketch.at("then").branch(7, "!(«n» > 1)", "otherwise", "between");
    sketch.at("otherwise").branch(8, "«:work».test(\")\")", "between", "then");
    assertEquals(
        """
        case 0: {
          // use(5);
          state = n > 0 ? 2 : 3;
          continue;
        }
        case 1: {
          // use(6);
          Work.use(1);
          return null;
        }
        case 2: {
          // use(7);
          if (n > 1) {
            state = 1;
            continue;
          }
        }
        case 3: {
          // use(8);
          state = Work.test(")") ? 1 : 2;
          continue;
        }
        """,
        states());
  }

  @Test
  void selectsTheNextState() {
    sketch.local("s", "string");
    sketch.blocks(5, "start");
    sketch.blocks(6, "number");
    sketch.blocks(7, "string");
    sketch.blocks(8, "rest");
    sketch
        .at("start")
        .end(
            new Terminator.Select(
                sketch.code("«n»", 5),
                List.of(
                    new Terminator.Choice(
                        sketch.code("case 1, 2", 5), Code.EMPTY, sketch.block("number")),
                    new Terminator.Choice(
                        sketch.code("case 3", 7),
                        sketch.code("«s=» = «name»;", 7),
                        sketch.block("string")),
                    new Terminator.Choice(
                        sketch.code("default", 8), Code.EMPTY, sketch.block("rest")))));
    sketch.at("number").result(6, "() -> \"1\"");
    sketch.at("string").run(7, "«:work».use(«s»);").go("rest");
    sketch.at("rest").end(new Terminator.Tail(sketch.code("«:work».other()", 9)));
    assertEquals(
        """
        case 0: {
          // use(5);
          state = switch (n) {
            case 1, 2 -> 1;
            case 3 -> {
              s = name;
              yield 2;
            }
            default -> 3;
          };
          continue;
        }
        case 1: {
          // use(6);
          Supplier<String> result = () -> "1";
          return result;
        }
        case 2: {
          // use(7);
          Work.use(s);
        }
        case 3: {
          // return null;
          return tail(Work.other());
        }
        """,
        states());
  }

  @Test
  void jumpsOutOfVerbatimText() {
    sketch.blocks(5, "start", "end");
    sketch
        .at("start")
        .run(
            5,
            """
            for (int i = 0; ; i++) {
                  if (i > «n»)
                    «-> end»
                  else if (i < 0) {
                    «-> end»
                  }
                }""")
        .end(new Terminator.Unreachable());
    sketch.at("end").end(new Terminator.Throw(sketch.code("new AssertionError()", 9)));
    Emitted emitted = Machines.compiled(sketch);
    assertEquals(
        """
        case 0: {
          // use(5);
          for (int i = 0; ; i++) {
            if (i > n)
              { state = 1; continue machine; }
            else if (i < 0) {
              state = 1;
              continue machine;
            }
          }
        }
        case 1: {
          // return null;
          throw new AssertionError();
        }
        """,
        Machines.states(emitted));
    assertEquals(true, emitted.source().contains("    machine:\n    for (;;) {\n"));
    int line = emitted.source().substring(0, emitted.source().indexOf("i < 0")).split("\n").length;
    assertEquals(8, emitted.linkage().lines().get(line - 1));
  }

  @Test
  void passesEmptyBlocks() {
    sketch.blocks(5, "start", "empty", "body");
    sketch.blocks(9, "end");
    sketch.at("start").branch(5, "!«:work».test(«name»)", "empty", "body");
    sketch.at("empty").go("end");
    sketch.at("body").run(6, "«:work».use();").go("end");
    sketch.at("end").result(9, null);
    assertEquals(
        """
        case 0: {
          // use(5);
          if (!Work.test(name)) {
            state = 1;
            continue;
          }
          Work.use();
        }
        case 1: {
          // return null;
          return null;
        }
        """,
        states());
  }
}
