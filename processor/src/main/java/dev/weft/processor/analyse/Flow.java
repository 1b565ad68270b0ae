// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The edges of a graph as control takes them: past empty blocks, and to the handlers. */
final class Flow {
  private Flow() {}

  /** Where a terminator that names {@code block} really goes: an empty block does nothing. */
  static Block target(Block block) {
    Block target = block;
    Set<Block> passed = new HashSet<>();
    while (isEmpty(target) && passed.add(target)) {
      target = ((Terminator.Goto) target.terminator()).target();
    }
    return target;
  }

  /**
   * Where a jump out of verbatim text really goes. A {@code finally} in that text runs after the
   * state was set, and what it throws must find the handlers of the region that it stands in; so
   * only a block with the same handlers as the next is passed.
   */
  static Block exit(Block block) {
    Block target = block;
    Set<Block> passed = new HashSet<>();
    while (isEmpty(target) && passed.add(target)) {
      Block next = ((Terminator.Goto) target.terminator()).target();
      if (!handlers(next).equals(handlers(target))) {
        break;
      }
      target = next;
    }
    return target;
  }

  private static boolean isEmpty(Block block) {
    return block.statements().isEmpty() && block.terminator() instanceof Terminator.Goto;
  }

  /** The blocks that the terminator goes to. */
  static List<Block> successors(Block block) {
    if (block.terminator() instanceof Terminator.Await await) {
      return List.of(await.resume());
    }
    return block.terminator().successors().stream().map(Flow::target).distinct().toList();
  }

  /** The blocks that a statement may jump to from its middle. */
  static List<Block> exits(Statement statement) {
    return statement.exits().stream().map(Flow::exit).distinct().toList();
  }

  /** The handlers that are tried for what is thrown in {@code block}, in that order. */
  static List<Handler> handlers(Block block) {
    List<Handler> handlers = new ArrayList<>();
    for (Region region = block.region(); region != null; region = region.parent()) {
      for (Handler handler : region.handlers()) {
        handlers.add(handler);
        if (catchesAll(handler)) {
          return handlers;
        }
      }
    }
    return handlers;
  }

  static boolean catchesAll(Handler handler) {
    return handler.types().isEmpty() || handler.types().stream().anyMatch(Flow::isThrowable);
  }

  private static boolean isThrowable(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals("java.lang.Throwable");
  }

  /** All blocks that may come after some part of {@code block}. */
  static Set<Block> next(Block block) {
    Set<Block> next = new LinkedHashSet<>();
    block.statements().forEach(statement -> next.addAll(exits(statement)));
    next.addAll(successors(block));
    handlerTargets(block).forEach(next::add);
    return next;
  }

  static Stream<Block> handlerTargets(Block block) {
    return handlers(block).stream().map(handler -> target(handler.target()));
  }
}
