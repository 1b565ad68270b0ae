// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Lowers what is closed at its end: the resources of a {@code try}, and the iterator of a {@code
 * for} that awaits.
 *
 * <pre>
 *   try (R r = init) { B }        r = init;  region { B }  handler: any as failure { close(r, failure); throw failure; }
 *                                 if (r != null) r.close();
 *
 *   where closing awaits          handler: any as failure { await closing(r, failure); throw failure; }
 *                                 if (r != null) await r.closeAsync();
 * </pre>
 */
final class Resources {
  /** How something is closed. */
  enum Way {
    PLAIN,
    AWAITED,
    /** Awaited; and it is never null. */
    ITERATOR
  }

  private final Context cx;

  Resources(Context cx) {
    this.cx = cx;
  }

  /** The resources of {@code tree} from number {@code index} on, around its block. */
  void lower(TryTree tree, int index) {
    if (index == tree.getResources().size()) {
      cx.statements.lowerAll(tree.getBlock().getStatements());
      return;
    }
    Tree resource = tree.getResources().get(index);
    int line = cx.unit.line(resource);
    Variable variable = open(resource, line);
    around(
        variable,
        cx.awaits.isResource(resource) ? Way.AWAITED : Way.PLAIN,
        cx.unit.line(tree),
        cx.unit.lastLine(tree.getBlock()), // as javac does
        closing -> {
          lower(tree, index + 1);
          cx.cursor.jump(closing);
        });
  }

  /**
   * Closes a resource on every way out of a body.
   *
   * @param line where a failure closes it: javac does so at the {@code try}
   * @param lastLine where it is closed otherwise
   * @param body lowers the body; it is given the block that closes the resource and goes on behind
   */
  void around(Variable resource, Way way, int line, int lastLine, Consumer<Block> body) {
    Variable failure = cx.variables.temporary("failure", cx.declared("java.lang.Throwable"));
    Block failed = cx.cursor.create(line);
    Block end = cx.cursor.create(line);
    Region region = new Region(cx.cursor.region(), line);
    region.handle(new Region.Handler(List.of(), failure, failed, line));

    Runnable close = () -> close(resource, way, lastLine);
    Block closing = cx.cursor.create(lastLine);
    cx.tries.within(
        region, new Jumps.Closing(cx.cursor.region(), close), () -> body.accept(closing));
    cx.cursor.start(closing);
    close.run();
    cx.cursor.jump(end);
    cx.cursor.start(failed);
    closeAfter(failure, resource, way, line);
    cx.cursor.end(new Terminator.Throw(read(failure)));
    cx.cursor.start(end);
  }

  private void close(Variable resource, Way way, int line) {
    cx.cursor.goOn(line);
    Code exists = Code.join(read(resource), Code.text(" != null"));
    Code closing = Code.join(read(resource), Code.text(".closeAsync()"));
    if (way == Way.ITERATOR) {
      await(closing, line);
    } else if (way == Way.AWAITED) {
      Block present = cx.cursor.create(line);
      Block behind = cx.cursor.create(line);
      cx.cursor.end(new Terminator.Branch(exists, present, behind));
      cx.cursor.start(present);
      await(closing, line);
      cx.cursor.start(behind);
    } else {
      cx.run(
          Code.join(
              Code.text("if ("),
              exists,
              Code.text(") { "),
              read(resource),
              Code.text(".close(); }")),
          line);
    }
  }

  private void closeAfter(Variable failure, Variable resource, Way way, int line) {
    cx.cursor.goOn(line);
    Code both = Code.join(read(resource), Code.text(", "), read(failure), Code.text(")"));
    if (way != Way.PLAIN) {
      await(Code.join(Code.text("closing("), both), line);
    } else {
      cx.run(Code.join(Code.text("close("), both, Code.text(";")), line);
    }
  }

  private void await(Code operand, int line) {
    Code reply = cx.expressions.await(operand, cx.declared("java.lang.Void"), line);
    cx.run(Code.join(reply, Code.text(";")), line);
  }

  private Variable open(Tree resource, int line) {
    if (resource instanceof VariableTree declaration) {
      cx.statements.declare(declaration);
      return Objects.requireNonNull(cx.variables.of(cx.variables.element(declaration)));
    }
    ExpressionTree expression = (ExpressionTree) resource;
    Variable existing = cx.variables.of(cx.unit.element(expression));
    if (existing != null) {
      return existing; // It is effectively final.
    }
    return cx.store(
        cx.operands.hint(expression),
        cx.expressions.type(expression),
        cx.expressions.lower(expression),
        line);
  }

  private static Code read(Variable variable) {
    return Code.of(Code.Use.read(variable));
  }
}
