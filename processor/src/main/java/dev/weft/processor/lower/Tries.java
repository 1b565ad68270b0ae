// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers {@code try} with an await in it: the body becomes a {@link Region}, each catch a handler
 * of it.
 *
 * <pre>
 *   try { B } finally { F }       region { B;  pending = null;  exit = 0;  goto F }  handler: any as pending, goto F
 *                                 F;  if (pending != null) throw pending;  (the jumps that pass, by exit)
 * </pre>
 */
final class Tries {
  private final Context cx;

  Tries(Context cx) {
    this.cx = cx;
  }

  void lower(TryTree tree) {
    if (tree.getFinallyBlock() == null) {
      lowerCaught(tree);
    } else {
      lowerFinally(tree, tree.getFinallyBlock());
    }
  }

  private void lowerFinally(TryTree tree, BlockTree finallyBlock) {
    int line = cx.unit.line(tree);
    int first = firstLine(finallyBlock);
    Block entry = cx.cursor.create(first);
    Variable pending = cx.variables.temporary("pending", cx.declared("java.lang.Throwable"));
    Variable exit = cx.variables.temporary("exit", cx.unit.types().getPrimitiveType(TypeKind.INT));
    Jumps.Finally frame = new Jumps.Finally(entry, pending, exit, first);
    Region region = new Region(cx.cursor.region(), line);
    region.handle(new Region.Handler(List.of(), pending, entry, first));

    boolean jumps = isLeft(tree);
    within(
        region,
        frame,
        () -> {
          lowerCaught(tree);
          cx.cursor.emit(new Statement.Assign(pending, Code.text("null"), first));
          if (jumps) {
            cx.cursor.emit(new Statement.Assign(exit, Code.text("0"), first));
          }
          cx.cursor.jump(entry);
        });

    cx.cursor.start(entry);
    cx.statements.lowerAll(finallyBlock.getStatements());
    if (cx.cursor.isOpen()) {
      int ending = cx.unit.lastLine(finallyBlock);
      rethrow(pending, ending);
      leave(frame, ending);
    }
  }

  /** That of the first statement, as for javac: a debugger does not stop at the word itself. */
  private int firstLine(BlockTree block) {
    return cx.unit.line(block.getStatements().isEmpty() ? block : block.getStatements().get(0));
  }

  /** Whether any jump leaves the body or one of the catches. */
  private static boolean isLeft(TryTree tree) {
    boolean[] found = {false};
    JumpScanner scanner =
        new JumpScanner() {
          @Override
          void leaves(Tree jump) {
            found[0] = true;
          }
        };
    scanner.scan(tree.getBlock(), null);
    tree.getCatches().forEach(clause -> scanner.scan(clause.getBlock(), null));
    return found[0];
  }

  /** Lowers what stands in the region, and takes up the jumps out of its verbatim text. */
  void within(Region region, Jumps.Passage frame, Runnable body) {
    Region outside = cx.cursor.region();
    cx.cursor.enter(region);
    cx.jumps.push(frame);
    cx.cursor.start(cx.cursor.create(region.line()));
    body.run();
    cx.jumps.flush(frame);
    cx.jumps.pop(frame);
    cx.cursor.enter(outside);
  }

  private void rethrow(Variable pending, int line) {
    Code thrown = Code.of(Code.Use.read(pending));
    cx.run(
        Code.join(
            Code.text("if ("), thrown, Code.text(" != null) { throw "), thrown, Code.text("; }")),
        line);
  }

  /** Behind the finally block: the jumps that passed it go on. */
  private void leave(Jumps.Finally frame, int line) {
    cx.cursor.goOn(line);
    Block end = cx.cursor.create(line);
    if (!frame.exits.isEmpty()) {
      List<Terminator.Choice> choices = new ArrayList<>();
      List<Block> onward = new ArrayList<>();
      for (int i = 1; i <= frame.exits.size(); i++) {
        Block block = cx.cursor.create(line);
        onward.add(block);
        choices.add(new Terminator.Choice(Code.text("case " + i), Code.EMPTY, block));
      }
      choices.add(new Terminator.Choice(Code.text("default"), Code.EMPTY, end));
      cx.cursor.end(new Terminator.Select(Code.of(Code.Use.read(frame.exit)), choices));
      for (int i = 0; i < onward.size(); i++) {
        cx.cursor.start(onward.get(i));
        cx.jumps.go(frame.exits.get(i), line);
      }
    }
    cx.cursor.start(end);
  }

  private void lowerCaught(TryTree tree) {
    if (tree.getCatches().isEmpty()) {
      cx.resources.lower(tree, 0);
      return;
    }
    int line = cx.unit.line(tree);
    Block end = cx.cursor.create(line);
    Region outside = cx.cursor.region();
    Region region = new Region(outside, line);
    List<Block> handlers = new ArrayList<>();
    for (CatchTree clause : tree.getCatches()) {
      VariableTree parameter = clause.getParameter();
      List<TypeMirror> types = caught(parameter);
      Variable variable =
          cx.variables.declare(parameter, types.size() == 1 ? types.get(0) : common(types));
      Block handler = cx.cursor.create(cx.unit.line(clause));
      handlers.add(handler);
      region.handle(new Region.Handler(types, variable, handler, cx.unit.line(clause)));
    }
    cx.cursor.enter(region);
    cx.cursor.start(cx.cursor.create(line));
    cx.resources.lower(tree, 0);
    cx.cursor.enter(outside);
    cx.cursor.jump(end);
    for (int i = 0; i < handlers.size(); i++) {
      cx.cursor.start(handlers.get(i));
      cx.statements.lowerAll(tree.getCatches().get(i).getBlock().getStatements());
      cx.cursor.jump(end);
    }
    cx.cursor.start(end);
  }

  private List<TypeMirror> caught(VariableTree parameter) {
    List<TypeMirror> types = new ArrayList<>();
    if (parameter.getType() instanceof UnionTypeTree union) {
      union.getTypeAlternatives().forEach(type -> types.add(type(type)));
    } else {
      types.add(cx.variables.element(parameter).asType());
    }
    return types;
  }

  private TypeMirror type(Tree tree) {
    return Objects.requireNonNull(cx.unit.type(tree));
  }

  /** The nearest class that all alternatives of a union extend. */
  private TypeMirror common(List<TypeMirror> types) {
    TypeMirror candidate = types.get(0);
    while (!allExtend(types, candidate)) {
      candidate = cx.unit.types().directSupertypes(candidate).get(0);
    }
    return candidate;
  }

  private boolean allExtend(List<TypeMirror> types, TypeMirror candidate) {
    return types.stream().allMatch(type -> cx.unit.types().isSubtype(type, candidate));
  }
}
