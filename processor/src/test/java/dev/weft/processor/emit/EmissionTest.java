// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.processor.graph.Sketch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole machine, as it is to be read. */
class EmissionTest {
  private static final String ECHO =
      """
      package p;

      import dev.weft.Coroutine;
      import dev.weft.Event;
      import dev.weft.Weft;
      import java.nio.ByteBuffer;
      import java.nio.channels.SocketChannel;

      class Echo {
        static Event<Integer> read(SocketChannel peer, ByteBuffer buffer) {
          return null;
        }

        static Event<Integer> write(SocketChannel peer, ByteBuffer buffer) {
          return null;
        }

        static Coroutine<Void> echo(SocketChannel peer) {
          ByteBuffer buffer = ByteBuffer.allocate(1024);
          while (Weft.await(read(peer, buffer)) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
              Weft.await(write(peer, buffer));
            }
            buffer.clear();
          }
          return Weft.done();
        }
      }

      class Types {
        ByteBuffer byteBuffer;
        Integer integer;
        Echo echo;
      }
      """;

  private static Sketch echo() {
    Sketch sketch = new Sketch(ECHO, "p.Echo.echo");
    sketch.local("buffer", "byteBuffer");
    sketch.blocks(19, "start");
    sketch.blocks(20, "head", "read");
    sketch.blocks(21, "body");
    sketch.blocks(22, "inner");
    sketch.blocks(23, "write", "wrote");
    sketch.blocks(25, "clear");
    sketch.blocks(27, "end");
    sketch.at("start").declare(19, "buffer", "«:byteBuffer».allocate(1024)").go("head");
    sketch.at("head").await(20, "«:echo».read(«peer», «buffer»)", "read");
    sketch.at("read").branch(20, "«reply integer» >= 0", "body", "end");
    sketch.at("body").run(21, "«buffer».flip();").go("inner");
    sketch.at("inner").branch(22, "«buffer».hasRemaining()", "write", "clear");
    sketch.at("write").await(23, "«:echo».write(«peer», «buffer»)", "wrote");
    sketch.at("wrote").run(23, "«reply integer»;").go("inner");
    sketch.at("clear").run(25, "«buffer».clear();").go("head");
    sketch.at("end").result(27, null);
    return sketch;
  }

  @Test
  void printsTheWholeMachine() {
    assertEquals(
        """
        package p;

        import dev.weft.Machine;
        import java.nio.ByteBuffer;
        import java.nio.channels.SocketChannel;
        import javax.annotation.processing.Generated;

        /**
         * The resumable form of {@link Echo#echo(SocketChannel)}. Its states:
         *
         * <ul>
         *   <li>0: line 19, the start
         *   <li>1: line 20
         *   <li>2: line 20, after the await
         *   <li>3: line 22
         *   <li>4: line 23, after the await
         *   <li>5: line 25
         *   <li>6: line 27
         * </ul>
         */
        @Generated("dev.weft.processor.WeftProcessor")
        @SuppressWarnings({
          "auxiliaryclass", "cast", "dangling-doc-comments", "dep-ann", "deprecation", "divzero",
          "empty", "fallthrough", "finally", "identity", "lossy-conversions", "overloads",
          "overrides", "preview", "rawtypes", "removal", "restricted", "serial",
          "static", "strictfp", "synchronization", "this-escape", "try", "unchecked",
          "varargs", "NullAway"
        })
        final class Echo_echo extends Machine<Void> {
          private static final int[] LINES = {19, 20, 20, 22, 23, 25, 27};

          private SocketChannel peer;

          private ByteBuffer buffer;

          Echo_echo(SocketChannel peer) {
            this.peer = peer;
          }

          @Override
          protected Object resume(Object reply) throws Throwable {
            for (;;) {
              switch (state) {
                case 0: {
                  // ByteBuffer buffer = ByteBuffer.allocate(1024);
                  buffer = ByteBuffer.allocate(1024);
                }
                case 1: {
                  // while (Weft.await(read(peer, buffer)) >= 0) {
                  reply = await(2, Echo.read(peer, buffer));
                  if (reply == SUSPENDED) {
                    return SUSPENDED;
                  }
                }
                case 2: {
                  // while (Weft.await(read(peer, buffer)) >= 0) {
                  if (!(this.<Integer>value(reply) >= 0)) {
                    state = 6;
                    continue;
                  }
                  buffer.flip();
                }
                case 3: {
                  // while (buffer.hasRemaining()) {
                  if (!buffer.hasRemaining()) {
                    state = 5;
                    continue;
                  }
                  reply = await(4, Echo.write(peer, buffer));
                  if (reply == SUSPENDED) {
                    return SUSPENDED;
                  }
                }
                case 4: {
                  // Weft.await(write(peer, buffer));
                  value(reply);
                  state = 3;
                  continue;
                }
                case 5: {
                  // buffer.clear();
                  buffer.clear();
                  state = 1;
                  continue;
                }
                case 6: {
                  // return Weft.done();
                  return null;
                }
                default:
                  throw unknownState();
              }
            }
          }

          @Override
          protected StackTraceElement frame() {
            return frame("p.Echo", "echo", "Input.java", LINES[state]);
          }
        }
        """,
        Machines.compiled(echo()).source());
  }

  @Test
  void tellsTheLinkerWhoIsWho() {
    Linkage linkage = Machines.emitted(echo()).linkage();
    assertEquals("p/Echo", linkage.owner());
    assertEquals("p/Echo", linkage.nestHost());
    assertEquals("p/Echo_echo", linkage.machine());
    assertEquals("echo", linkage.method());
    assertEquals("(Ljava/nio/channels/SocketChannel;)Ldev/weft/Coroutine;", linkage.descriptor());
    assertEquals(true, linkage.isStatic());
    assertEquals("Input.java", linkage.sourceFile());
    assertEquals(List.of(), linkage.mirrors());
  }

  @Test
  void mapsLinesToTheUsers() {
    Emitted emitted = Machines.emitted(echo());
    String[] lines = emitted.source().split("\n", -1);
    List<Integer> table = emitted.linkage().lines();
    assertEquals(lines.length, table.size());
    for (int i = 0; i < lines.length; i++) {
      Integer expected = USERS_LINES.get(lines[i].strip());
      if (expected != null) {
        assertEquals(expected, table.get(i), lines[i]);
      }
    }
  }

  private static final Map<String, Integer> USERS_LINES =
      Map.of(
          "private ByteBuffer buffer;", 0,
          "buffer = ByteBuffer.allocate(1024);", 19,
          "reply = await(2, Echo.read(peer, buffer));", 20,
          "if (!(this.<Integer>value(reply) >= 0)) {", 20,
          "buffer.flip();", 21,
          "reply = await(4, Echo.write(peer, buffer));", 23,
          "value(reply);", 23,
          "buffer.clear();", 25);

  @Test
  void printsTheSameEachTime() {
    assertEquals(Machines.emitted(echo()).source(), Machines.emitted(echo()).source());
  }
}
