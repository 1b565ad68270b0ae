// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;

class DirectJumpsTest {
  private static final String OWNER =
      """
      package demo;
      class Jumps {
        static Resumable body(int count) { throw new IllegalStateException("not linked"); }
      }
      """;

  /** Counts down in words; the states are {@code spread} apart. */
  private static String machine(int spread) {
    return """
        package demo;
        @SuppressWarnings("fallthrough")
        final class Jumps_body extends Resumable {
          private int state;
          private int count;
          Jumps_body(int count) { this.count = count; }
          @Override public Object resume(Object reply) {
            String told = "";
            for (;;) {
              try {
                switch (state) {
                  case 0: {
                    told += "begin ";
                  }
                  case ONE: {
                    if (count == 0) {
                      state = FOUR;
                      continue;
                    }
                    count--;
                    state = count % 2 == 0 ? TWO : THREE;
                    continue;
                  }
                  case TWO: {
                    told += "even ";
                    state = ONE;
                    continue;
                  }
                  case THREE: {
                    told += "odd ";
                    if (count == 3) {
                      throw new IllegalStateException();
                    }
                    state = ONE;
                    continue;
                  }
                  case FOUR: {
                    return told + "end";
                  }
                  default:
                    throw new AssertionError();
                }
              } catch (IllegalStateException e) {
                told += "caught ";
                state = ONE;
                continue;
              }
            }
          }
        }
        """
        .replace("ONE", Integer.toString(spread))
        .replace("TWO", Integer.toString(2 * spread))
        .replace("THREE", Integer.toString(3 * spread))
        .replace("FOUR", Integer.toString(4 * spread));
  }

  private static Compiled compile(CompileWay way, int spread) {
    return new LinkCase()
        .source(OWNER)
        .staticMachine("demo/Jumps", "body", "(I)Ldemo/Resumable;", machine(spread))
        .compile(way);
  }

  /** In a table, a lookup, with numbers of two bytes, and with numbers from the constant pool. */
  @ParameterizedTest
  @ValueSource(ints = {1, 50, 5_000, 50_000})
  void statesComeInTheSameOrder(int spread) throws Throwable {
    Object told = compile(CompileWay.IN_MEMORY, spread).load().run("demo.Jumps", null, "body", 5);
    assertEquals("begin even odd caught even odd even end", told);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAnUnknownStateGoesThroughTheSwitch(CompileWay way) {
    MethodNode body =
        compile(way, 1).node("demo.Jumps").methods.stream()
            .filter(method -> method.desc.startsWith("(Ldemo/Jumps_body;"))
            .findAny()
            .orElseThrow();
    int through = 0;
    for (AbstractInsnNode instruction : body.instructions) {
      if (instruction.getOpcode() == Opcodes.GOTO
          && instruction instanceof JumpInsnNode jump
          && isSwitchOnField(jump.label)) {
        through++;
      }
    }
    assertEquals(1, through);
  }

  private static boolean isSwitchOnField(AbstractInsnNode start) {
    AbstractInsnNode load = next(start);
    return load.getOpcode() == Opcodes.ALOAD
        && next(load).getOpcode() == Opcodes.GETFIELD
        && next(next(load)).getOpcode() == Opcodes.TABLESWITCH;
  }

  private static AbstractInsnNode next(AbstractInsnNode instruction) {
    AbstractInsnNode next = instruction.getNext();
    while (next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next;
  }
}
