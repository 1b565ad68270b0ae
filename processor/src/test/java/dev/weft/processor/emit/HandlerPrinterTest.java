// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Sketch;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions find the handlers of the state they are thrown in. */
class HandlerPrinterTest {
  @Test
  void triesInnerHandlersFirst() {
    Sketch sketch = Work.sketch();
    sketch.temporary("failure", "throwable");
    sketch.local("e", "ioException");
    sketch.local("unused", "illegalState");
    Region outer = new Region(null, 5);
    Region inner = new Region(outer, 6);
    sketch.block("start", 5, outer);
    sketch.block("body", 6, inner);
    sketch.block("resumed", 6, inner);
    sketch.block("after", 7, outer);
    sketch.block("caught", 7, outer);
    sketch.block("finally", 8, null);
    inner.handle(handler(sketch, "ioException", "e", "caught"));
    inner.handle(handler(sketch, "illegalState", "unused", "after"));
    outer.handle(
        new Region.Handler(List.of(), sketch.variable("failure"), sketch.block("finally"), 0));
    sketch.at("start").run(5, "«:work».use(5);").go("body");
    sketch.at("body").run(6, "«:work».mayFail();").await(6, "«:work».ask()", "resumed");
    sketch.at("resumed").run(6, "«reply string»;").go("after");
    sketch.at("caught").run(7, "«:work».use(«e»);").go("after");
    sketch.at("after").result(7, null);
    sketch.at("finally").end(new Terminator.Throw(sketch.code("«failure»", 8)));
    Emitted emitted = Machines.compiled(sketch);
    assertEquals(
        """
        case 0: {
          // use(5);
          Work.use(5);
          state = 1;
        }
        case 1: {
          // use(6);
          Work.mayFail();
          name = null;
          reply = await(2, Work.ask());
          if (reply == SUSPENDED) {
            return SUSPENDED;
          }
        }
        case 2: {
          // use(6);
          value(reply);
          state = 4;
          continue;
        }
        case 3: {
          // use(7);
          Work.use(e);
        }
        case 4: {
          // use(7);
          return null;
        }
        case 5: {
          // use(8);
          throw failure;
        }
        """,
        Machines.states(emitted));
    String source = emitted.source();
    assertEquals(
        """
        } catch (Throwable thrown) {
          switch (state) {
            case 0, 3, 4 -> {
              failure = thrown;
              state = 5;
              continue;
            }
            case 1, 2 -> {
              if (thrown instanceof IOException) {
                e = (IOException) thrown;
                state = 3;
                continue;
              }
              if (thrown instanceof IllegalStateException) {
                state = 4;
                continue;
              }
              failure = thrown;
              state = 5;
              continue;
            }
            default -> throw thrown;
          }
        }
        """,
        source
                .substring(
                    source.indexOf("      } catch"),
                    source.indexOf("    }\n  }\n\n  @Override\n  protected StackTraceElement"))
                .stripTrailing()
                .stripIndent()
            + "\n");
    assertEquals(
        true,
        source.contains("    IOException e = null;\n    Throwable failure = null;\n"),
        source);
  }

  private static Region.Handler handler(Sketch sketch, String type, String caught, String target) {
    Variable variable = sketch.variable(caught);
    return new Region.Handler(List.of(sketch.typeOf(type)), variable, sketch.block(target), 0);
  }
}
