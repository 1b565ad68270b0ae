// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code break}, {@code continue}, {@code yield} and {@code return} lead, through every
 * {@code finally} and every resource on the way (JLS 14.15-14.17, 14.20.2).
 *
 * <p>Around the place being lowered lies a stack of frames. A jump walks it outwards: it closes the
 * resources that it leaves; at a {@code finally} it notes in that frame's {@code exit} where it
 * wants to go and enters the finally block, whose end takes the jump up again:
 *
 * <pre>
 *   loop: while (c) {                     exit = 1; goto F       (the break, in the try)
 *     try { break loop; }          -->    F: g();
 *     finally { g(); }                    if (pending != null) throw pending;
 *   }                                     state = switch (exit) { case 1 -> after loop; default -> after try };
 * </pre>
 */
final class Jumps {
  /** Something around the present place that a jump leads to, or passes. */
  sealed interface Frame permits Target, Passage {}

  /** A statement or switch expression that can be left by name or by kind. */
  record Target(
      @Nullable Name label,
      boolean breakable,
      Block end,
      @Nullable Block next,
      Switches.@Nullable Result result)
      implements Frame {}

  /** A try whose end must be run by whatever leaves it. */
  abstract static sealed class Passage implements Frame permits Finally, Closing {
    /** Jumps out of verbatim text, which go through a block of their own. */
    final Map<Destination, Block> detours = new LinkedHashMap<>();
  }

  /** A try with a finally block. */
  static final class Finally extends Passage {
    final Block entry;
    final Variable pending;
    final Variable exit;

    /** The user's line of its first statement: whoever comes to it, comes by there. */
    final int line;

    final List<Destination> exits = new ArrayList<>();

    Finally(Block entry, Variable pending, Variable exit, int line) {
      this.entry = entry;
      this.pending = pending;
      this.exit = exit;
      this.line = line;
    }

    /** The number that {@code exit} has on the way to the destination; 0 is the normal end. */
    int number(Destination destination) {
      if (!exits.contains(destination)) {
        exits.add(destination);
      }
      return exits.indexOf(destination) + 1;
    }
  }

  /** A try with a resource. */
  static final class Closing extends Passage {
    final @Nullable Region outside;

    /** Emits what closes the resource. */
    final Runnable close;

    Closing(@Nullable Region outside, Runnable close) {
      this.outside = outside;
      this.close = close;
    }
  }

  /** The place a jump leads to; no block means out of the method. */
  record Destination(@Nullable Target target, @Nullable Block block) {
    static final Destination RETURN = new Destination(null, null);
  }

  private final Context cx;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Block> stops = new ArrayList<>();
  private @Nullable Variable returned;

  Jumps(Context cx) {
    this.cx = cx;
  }

  void push(Frame frame) {
    frames.push(frame);
  }

  /** Leaves the innermost frame. */
  void pop(Frame frame) {
    if (!frames.pop().equals(frame)) {
      throw new IllegalStateException("frames are not nested");
    }
  }

  /**
   * Lowers the jumps out of verbatim text; to be called inside of the frame, behind its last
   * statement.
   */
  void flush(Passage passage) {
    for (Map.Entry<Destination, Block> detour : List.copyOf(passage.detours.entrySet())) {
      cx.cursor.start(detour.getValue());
      go(detour.getKey(), detour.getValue().line());
    }
  }

  Destination breakOf(@Nullable Name label) {
    for (Frame frame : frames) {
      if (frame instanceof Target target
          && (label == null ? target.breakable : label.equals(target.label))) {
        return new Destination(target, target.end);
      }
    }
    throw new IllegalStateException("break outside of a loop or switch");
  }

  Destination continueOf(@Nullable Name label) {
    for (Frame frame : frames) {
      if (frame instanceof Target target
          && target.next != null
          && (label == null || label.equals(target.label))) {
        return new Destination(target, target.next);
      }
    }
    throw new IllegalStateException("continue outside of a loop");
  }

  /** The switch expression that a {@code yield} gives its value to. */
  Target yieldOf() {
    for (Frame frame : frames) {
      if (frame instanceof Target target && target.result != null) {
        return target;
      }
    }
    throw new IllegalStateException("yield outside of a switch expression");
  }

  /** Whether a return from here has something to run, or to be caught by, on its way. */
  boolean returnPasses() {
    return passage(Destination.RETURN) != null;
  }

  /** The variable that keeps the value of a return while finally blocks run. */
  Variable returned() {
    if (returned == null) {
      returned = cx.variables.temporary("returned", cx.graph.method().result());
    }
    return returned;
  }

  /** Ends the current block by a jump. */
  void go(Destination destination, int line) {
    cx.cursor.goOn(line);
    Region inside = cx.cursor.region();
    for (Frame frame : List.copyOf(frames)) {
      if (frame.equals(destination.target)) {
        break;
      }
      if (frame instanceof Finally passed) {
        cx.cursor.emit(
            new Statement.Assign(passed.exit, Code.text("" + passed.number(destination)), line));
        cx.cursor.emit(new Statement.Assign(passed.pending, Code.text("null"), passed.line));
        cx.cursor.jump(passed.entry);
        cx.cursor.enter(inside);
        return;
      }
      if (frame instanceof Closing passed) {
        cx.cursor.enter(passed.outside);
        cx.cursor.start(cx.cursor.create(line));
        passed.close.run();
      }
    }
    if (destination.block != null) {
      cx.cursor.end(new Terminator.Goto(destination.block, true));
    } else {
      boolean none = cx.graph.method().result().getKind() == TypeKind.VOID || returned == null;
      cx.cursor.end(new Terminator.Return(none ? null : Code.of(Code.Use.read(returned()))));
    }
    cx.cursor.enter(inside);
  }

  /**
   * A jump out of the middle of verbatim text.
   *
   * @param isGuarded whether the text itself runs something on the way that may throw: then the
   *     machine must still be in this region, so the jump goes by an empty block of it
   */
  Code leave(Destination destination, boolean isGuarded, int line) {
    Passage passed = passage(destination);
    if (passed != null) {
      Block detour = passed.detours.computeIfAbsent(destination, key -> cx.cursor.create(line));
      return Code.of(new Code.Jump(detour));
    }
    Block target = Objects.requireNonNull(destination.block);
    if (isGuarded && cx.cursor.region() != null) {
      Block stop = cx.cursor.create(line);
      stop.terminate(new Terminator.Goto(target));
      stops.add(stop);
      return Code.of(new Code.Jump(stop));
    }
    return Code.of(new Code.Jump(target));
  }

  /** Gives the empty blocks of guarded jumps a place; to be called behind the whole body. */
  void placeStops() {
    stops.forEach(cx.graph::place);
  }

  private @Nullable Passage passage(Destination destination) {
    for (Frame frame : frames) {
      if (frame.equals(destination.target)) {
        return null;
      }
      if (frame instanceof Passage passage) {
        return passage;
      }
    }
    return null;
  }
}
