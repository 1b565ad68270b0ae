// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

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
    if (value == null || !isThis(holder)) {
      return null;
    }
    AbstractInsnNode head = from(jump.label);
    if (head == null || !isThis(head)) {
      return null;
    }
    AbstractInsnNode load = from(head.getNext());
    if (load instanceof FieldInsnNode get
        && get.getOpcode() == Opcodes.GETFIELD
        && same(get, set)) {
      return target(from(get.getNext()), value);
    }
    return null;
  }

  private static @Nullable LabelNode target(@Nullable AbstractInsnNode dispatch, int value) {
    if (dispatch instanceof TableSwitchInsnNode table) {
      List<LabelNode> labels = table.labels;
      boolean isCase = table.min <= value && value <= table.max;
      return isCase ? labels.get(value - table.min) : table.dflt;
    }
    if (dispatch instanceof LookupSwitchInsnNode lookup) {
      int index = lookup.keys.indexOf(value);
      return index < 0 ? lookup.dflt : lookup.labels.get(index);
    }
    return null;
  }

  private static boolean same(FieldInsnNode one, FieldInsnNode other) {
    return one.name.equals(other.name)
        && one.owner.equals(other.owner)
        && one.desc.equals(other.desc);
  }

  private static boolean isThis(@Nullable AbstractInsnNode instruction) {
    return instruction instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ALOAD
        && load.var == 0;
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

  /** The first instruction from here on, as it is executed. */
  private static @Nullable AbstractInsnNode from(@Nullable AbstractInsnNode start) {
    AbstractInsnNode instruction = start;
    while (instruction != null && instruction.getOpcode() < 0) {
      instruction = instruction.getNext();
    }
    return instruction;
  }
}
