// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Claim;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.emit.Emission;
import dev.weft.processor.emit.Emitted;
import dev.weft.processor.emit.UnsupportedCodeException;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Method;
import dev.weft.processor.lower.Lowering;
import dev.weft.processor.lower.OutlivingTypeException;
import dev.weft.processor.lower.UnsupportedException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The way of one method from its attributed tree to the text of its machine: lower, analyse, emit.
 */
final class Translation {
  private final AttributedUnit unit;
  private final Claim claim;
  private final MethodTree tree;
  private final Reporter reporter;
  private final int methodSize;

  private Translation(
      AttributedUnit unit, Claim claim, MethodTree tree, Reporter reporter, int methodSize) {
    this.unit = unit;
    this.claim = claim;
    this.tree = tree;
    this.reporter = reporter;
    this.methodSize = methodSize;
  }

  /** Empty if the body cannot be translated, which has been reported then. */
  static Optional<Emitted> of(
      AttributedUnit unit, Claim claim, MethodTree tree, Reporter reporter, int methodSize) {
    return new Translation(unit, claim, tree, reporter, methodSize).run();
  }

  private Optional<Emitted> run() {
    try {
      return Optional.of(emit(new HashSet<>()));
    } catch (UnsupportedException e) {
      reporter.report(Message.UNSUPPORTED, unit, e.tree(), e.what());
    } catch (UnsupportedCodeException e) {
      reporter.report(Message.UNSUPPORTED, unit, statementAt(e.line()), what(e));
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      reporter.internal(e, unit, tree);
    }
    return Optional.empty();
  }

  /** Again, with a stand-in for each local class that turns out to be named by the machine. */
  private Emitted emit(Set<TypeElement> outliving) {
    for (; ; ) {
      Graph graph = graph(unit, claim, tree, outliving);
      try {
        return Emission.of(Layout.of(graph, methodSize), unit.types(), unit.elements());
      } catch (UnsupportedCodeException e) {
        TypeElement local = e.localType();
        if (local == null || !outliving.add(local)) {
          throw e;
        }
      }
    }
  }

  /**
   * The first half of the way.
   *
   * @param outliving the local classes of verbatim text that the machine must name; lowering adds
   *     to them
   */
  static Graph graph(
      AttributedUnit unit, Claim claim, MethodTree tree, Set<TypeElement> outliving) {
    Method method = method(unit, claim, tree);
    for (; ; ) {
      try {
        return Lowering.lower(unit, tree, method, outliving);
      } catch (OutlivingTypeException e) {
        if (!outliving.add(e.type())) {
          throw e;
        }
      }
    }
  }

  private static Method method(AttributedUnit unit, Claim claim, MethodTree tree) {
    ExecutableElement element = (ExecutableElement) unit.element(tree);
    if (element == null || !(element.getEnclosingElement() instanceof TypeElement owner)) {
      throw new IllegalStateException("no element of " + tree.getName());
    }
    TypeMirror result = ((DeclaredType) element.getReturnType()).getTypeArguments().get(0);
    return new Method(
        element,
        owner,
        claim.machine(),
        unit.fileName(),
        unit.line(tree),
        result,
        unit.sourceLines(),
        claim.seesGenerated());
  }

  private static String what(UnsupportedCodeException e) {
    String subject = e.variable() == null ? "this expression" : "the variable " + e.variable();
    return switch (e.reason()) {
      case UNNAMEABLE_TYPE ->
          subject
              + " across an await, whose type "
              + e.type()
              + " has no name outside of its class,";
      case ASSIGNED_AND_CAPTURED ->
          "a statement that assigns " + e.variable() + " and hands it to a lambda";
    };
  }

  /** The statement that begins on a line; the method itself if none does. */
  private Tree statementAt(int line) {
    Tree[] found = new Tree[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree next, @Nullable Void unused) {
        if (found[0] == null
            && next instanceof StatementTree
            && !(next instanceof BlockTree)
            && unit.start(next) >= 0
            && unit.line(next) == line) {
          found[0] = next;
        }
        return super.scan(next, null);
      }
    }.scan(tree.getBody(), null);
    return found[0] == null ? tree : found[0];
  }
}
