// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lets a jump by way of a switch go where the switch would send it. Java has no other jump into the
 * middle of a loop than a switch; class files have.
 *
 * <pre>{@code
 * for (;;) {
 *   switch (state) {      // HEAD
 *     case 1: {           // ONE
 *       ...
 *     }
 *     case 2: {
 *       state = 1;
 *       continue;         // goto HEAD, from now on goto ONE
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>So a JIT sees the loops that the user wrote instead of one loop around all states, and may
 * keep in registers what changes in them. The field is still set. What is true of a frame at the
 * switch is true at its cases too, so the frames stay as they are.
 */
final class DirectJumps {
  private DirectJumps() {}

  static void makeIn(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() == Opcodes.GOTO) {
        JumpInsnNode jump = (JumpInsnNode) instruction;
        LabelNode target = target(jump);
        if (target != null) {
          jump.label = target;
        }
      }
    }
  }

  /** Where {@code jump} comes to in the end, if that is known. */
  private static @Nullable LabelNode target(JumpInsnNode jump) {
    AbstractInsnNode store = before(jump);
    AbstractInsnNode number = store == null ? null : before(store);
    AbstractInsnNode holder = number == null ? null : before(number);
    if (!(store instanceof FieldInsnNode set) || set.getOpcode() != Opcodes.PUTFIELD) {
      return null;
    }
    Integer value = constant(number);
    if (value == null || !StateSwitch.isThis(holder)) {
      return null;
    }
    StateSwitch head = StateSwitch.at(jump.label);
    return head != null && head.isOn(set) ? head.target(value) : null;
  }

  private static @Nullable Integer constant(@Nullable AbstractInsnNode instruction) {
    int opcode = instruction == null ? -1 : instruction.getOpcode();
    if (Opcodes.ICONST_M1 <= opcode && opcode <= Opcodes.ICONST_5) {
      return opcode - Opcodes.ICONST_0;
    }
    if (instruction instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY) {
      return push.operand;
    }
    return instruction instanceof LdcInsnNode load && load.cst instanceof Integer value
        ? value
        : null;
  }

  /** The instruction before, or null if it is not the only one to come here from. */
  private static @Nullable AbstractInsnNode before(AbstractInsnNode instruction) {
    AbstractInsnNode previous = instruction.getPrevious();
    while (previous != null && previous.getOpcode() < 0) {
      if (previous instanceof FrameNode) {
        return null; // only where jumps arrive is there a frame
      }
      previous = previous.getPrevious();
    }
    return previous;
  }
}
