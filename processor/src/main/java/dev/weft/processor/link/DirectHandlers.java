// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets an exception go straight to the handlers of the state that has thrown it. Java can catch for
 * all cases of a switch only at once; class files can for each.
 *
 * <pre>{@code
 * try {
 *   switch (state) {
 *     case 3: {...}           // throws: to HANDLERS, from now on to THREE
 *     case 4: {...}           // throws: from now on to nobody here
 *   }
 * } catch (Throwable thrown) {
 *   switch (state) {          // HANDLERS: nobody comes here any more
 *     case 3 -> {...}         // THREE
 *     default -> throw thrown;
 *   }
 * }
 * }</pre>
 *
 * <p>So a debugger that steps over what throws arrives at the {@code catch}, as in plain Java: what
 * looks for the handlers of all states would be on no line of the user's.
 */
final class DirectHandlers {
  private final MethodNode method;
  private final LabelNode common;
  private final StateSwitch states;
  private final VarInsnNode thrown;
  private final StateSwitch handlers;

  /** Where each state begins, by its place in the method. */
  private final NavigableMap<Integer, LabelNode> starts = new TreeMap<>();

  /** The handlers of the state that begins there. */
  private final Map<LabelNode, LabelNode> handlerOf = new HashMap<>();

  /** Where exceptions arrive, by the handlers they go on to. */
  private final Map<LabelNode, LabelNode> arrivals = new LinkedHashMap<>();

  private DirectHandlers(
      MethodNode method,
      LabelNode common,
      StateSwitch states,
      VarInsnNode thrown,
      StateSwitch handlers) {
    this.method = method;
    this.common = common;
    this.states = states;
    this.thrown = thrown;
    this.handlers = handlers;
  }

  static void makeIn(MethodNode method) {
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      DirectHandlers found = of(method, block);
      if (found != null) {
        found.make();
        return; // there is one loop around all states
      }
    }
  }

  private static @Nullable DirectHandlers of(MethodNode method, TryCatchBlockNode block) {
    if (!(StateSwitch.from(block.handler) instanceof VarInsnNode thrown)
        || thrown.getOpcode() != Opcodes.ASTORE) {
      return null;
    }
    StateSwitch states = StateSwitch.at(block.start);
    StateSwitch handlers = StateSwitch.at(thrown.getNext());
    return states != null && handlers != null && handlers.isOn(states.field())
        ? new DirectHandlers(method, block.handler, states, thrown, handlers)
        : null;
  }

  private void make() {
    starts.put(indexOf(states.otherwise()), states.otherwise());
    for (int state : states.values()) {
      LabelNode start = states.target(state);
      starts.put(indexOf(start), start);
      handlerOf.put(start, handlers.target(state));
    }
    List<TryCatchBlockNode> blocks = new ArrayList<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.handler == common) { // javac leaves out what leaves the try, so there are several
        blocks.addAll(byState(block));
      } else {
        blocks.add(block);
      }
    }
    if (!arrivals.isEmpty()) {
      method.tryCatchBlocks = blocks;
      List<AbstractInsnNode> search = search();
      method.instructions.insertBefore(thrown, arrivals());
      search.forEach(method.instructions::remove);
    }
  }

  /** What of {@code block} lies in states that have handlers. */
  private List<TryCatchBlockNode> byState(TryCatchBlockNode block) {
    List<TryCatchBlockNode> parts = new ArrayList<>();
    int start = indexOf(block.start);
    int end = indexOf(block.end);
    Integer first = starts.floorKey(start); // none in the first block, which has the switch, too
    for (Map.Entry<Integer, LabelNode> state :
        starts.subMap(first == null ? start : first, end).entrySet()) {
      LabelNode handler = handlerOf.getOrDefault(state.getValue(), handlers.otherwise());
      if (handler != handlers.otherwise()) {
        Map.Entry<Integer, LabelNode> next = starts.higherEntry(state.getKey());
        LabelNode from = state.getKey() < start ? block.start : state.getValue();
        LabelNode to = next == null || next.getKey() > end ? block.end : next.getValue();
        parts.add(new TryCatchBlockNode(from, to, arrival(handler), block.type));
      }
    }
    return parts;
  }

  private int indexOf(LabelNode label) {
    return method.instructions.indexOf(label);
  }

  private LabelNode arrival(LabelNode handler) {
    LabelNode first = arrivals.isEmpty() ? common : new LabelNode();
    return arrivals.computeIfAbsent(handler, key -> first);
  }

  /** Each has the line of its handlers; the first has the frame of the common handler. */
  private InsnList arrivals() {
    InsnList code = new InsnList();
    arrivals.forEach(
        (handler, arrival) -> {
          if (arrival != common) {
            code.add(arrival);
            code.add(
                new FrameNode(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"}));
          }
          lineOf(handler).ifPresent(line -> code.add(new LineNumberNode(line, arrival)));
          code.add(new VarInsnNode(Opcodes.ASTORE, thrown.var));
          code.add(new JumpInsnNode(Opcodes.GOTO, handler));
        });
    return code;
  }

  private static Optional<Integer> lineOf(LabelNode handler) {
    for (AbstractInsnNode node = handler; node != null; node = node.getNext()) {
      if (node instanceof LineNumberNode entry) {
        return Optional.of(entry.line);
      } else if (node.getOpcode() >= 0) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The code of the common handler, up to its switch; labels and the frame are to stay. */
  private List<AbstractInsnNode> search() {
    List<AbstractInsnNode> search = new ArrayList<>();
    AbstractInsnNode behind = handlers.dispatch().getNext();
    for (AbstractInsnNode node = common; node != behind; node = node.getNext()) {
      if (node.getOpcode() >= 0 || node instanceof LineNumberNode) {
        search.add(node);
      }
    }
    return search;
  }
}
