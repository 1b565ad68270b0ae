// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A switch on a field of {@code this}, as javac writes it: the field is loaded and the switch
 * follows.
 *
 * @param field the load
 * @param dispatch the switch
 */
record StateSwitch(FieldInsnNode field, AbstractInsnNode dispatch) {
  /** The switch that begins with the next instruction, or null. */
  static @Nullable StateSwitch at(@Nullable AbstractInsnNode start) {
    AbstractInsnNode holder = from(start);
    if (holder == null || !isThis(holder)) {
      return null;
    }
    AbstractInsnNode load = from(holder.getNext());
    if (!(load instanceof FieldInsnNode field) || load.getOpcode() != Opcodes.GETFIELD) {
      return null;
    }
    AbstractInsnNode dispatch = from(load.getNext());
    if (dispatch instanceof TableSwitchInsnNode || dispatch instanceof LookupSwitchInsnNode) {
      return new StateSwitch(field, dispatch);
    }
    return null;
  }

  /** Whether it is the same field. */
  boolean isOn(FieldInsnNode other) {
    return field.name.equals(other.name)
        && field.owner.equals(other.owner)
        && field.desc.equals(other.desc);
  }

  /** Where the switch goes. */
  LabelNode target(int value) {
    if (dispatch instanceof TableSwitchInsnNode table) {
      boolean isCase = table.min <= value && value <= table.max;
      return isCase ? table.labels.get(value - table.min) : table.dflt;
    }
    LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) dispatch;
    int index = lookup.keys.indexOf(value);
    return index < 0 ? lookup.dflt : lookup.labels.get(index);
  }

  /** Where it goes with all other values. */
  LabelNode otherwise() {
    return dispatch instanceof TableSwitchInsnNode table
        ? table.dflt
        : ((LookupSwitchInsnNode) dispatch).dflt;
  }

  /** The values that have a case. */
  List<Integer> values() {
    if (dispatch instanceof LookupSwitchInsnNode lookup) {
      return lookup.keys;
    }
    TableSwitchInsnNode table = (TableSwitchInsnNode) dispatch;
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < table.labels.size(); i++) {
      if (table.labels.get(i) != table.dflt) {
        values.add(table.min + i);
      }
    }
    return values;
  }

  static boolean isThis(@Nullable AbstractInsnNode instruction) {
    return instruction instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ALOAD
        && load.var == 0;
  }

  /** The first instruction from here on, as it is executed. */
  static @Nullable AbstractInsnNode from(@Nullable AbstractInsnNode start) {
    AbstractInsnNode instruction = start;
    while (instruction != null && instruction.getOpcode() < 0) {
      instruction = instruction.getNext();
    }
    return instruction;
  }
}
