// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.claim.ImplicitAwaits;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.graph.Nesting;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where {@code await}, {@code emit} and {@code done} may stand in a file. */
public final class BodyRules extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final AttributedUnit unit;
  private final Reporter reporter;
  private final Emits emits;
  private final Returns returns;
  private final ImplicitAwaits implicit;
  private final Set<Tree> returned = Collections.newSetFromMap(new IdentityHashMap<>());
  private Surroundings here = Surroundings.FILE;

  private BodyRules(AttributedUnit unit, Reporter reporter) {
    this.unit = unit;
    this.reporter = reporter;
    this.emits = new Emits(unit, reporter);
    this.returns = new Returns(unit, reporter);
    this.implicit = new ImplicitAwaits(unit);
  }

  public static void check(AttributedUnit unit, Reporter reporter) {
    new BodyRules(unit, reporter).scan(unit.tree(), null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return within(here.inClass(isLocal(tree)), () -> super.visitClass(tree, null));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    Element method = unit.element(tree);
    if (method == null || unit.start(tree) < 0) {
      return null; // Attribution has added it.
    }
    boolean isAsync = Contract.isAsync(method);
    if (isAsync && here.isLocal()) {
      reporter.report(Message.ASYNC_IN_LOCAL_CLASS, unit, tree, method.getSimpleName());
    }
    Surroundings inside =
        isAsync
            ? here.inAsyncMethod(((ExecutableElement) method).getReturnType())
            : method.getKind() == ElementKind.CONSTRUCTOR
                ? here.inConstructor()
                : here.inOrdinaryMethod();
    return within(inside, () -> super.visitMethod(tree, null));
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return within(here.inLambda(), () -> super.visitLambdaExpression(tree, null));
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    return within(here.inSynchronized(), () -> scan(tree.getBlock(), null));
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    if (here.async() != null) {
      Set<Tree> results = Collections.newSetFromMap(new IdentityHashMap<>());
      new Results(results).add(tree.getExpression());
      returns.check(results, here.async());
      returned.addAll(results);
      results.stream().filter(result -> !isDone(result)).forEach(this::checkReturned);
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    Element method = unit.element(tree.getMethodSelect());
    if (Contract.isWeft(method, Contract.AWAIT)) {
      checkAwait(tree, "await");
    }
    if (Contract.isWeft(method, Contract.EMIT)) {
      emits.check(tree, here);
    }
    if (Contract.isWeft(method, Contract.DONE) && !returned.contains(tree)) {
      reporter.report(Message.DONE_NOT_RETURNED, unit, tree);
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    if (implicit.needsAwait(tree)) {
      checkAwait(tree, "a for loop over an AsyncIterable");
    }
    return super.visitEnhancedForLoop(tree, null);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    for (Tree resource : tree.getResources()) {
      if (implicit.needsAwait(resource)) {
        checkAwait(resource, "a try with an AsyncCloseable");
      }
    }
    scan(tree.getResources(), null);
    boolean always = tree.getFinallyBlock() != null;
    boolean guards = always || !tree.getCatches().isEmpty() || !tree.getResources().isEmpty();
    within(guards ? here.inTry() : here, () -> scan(tree.getBlock(), null));
    within(always ? here.inTry() : here, () -> scan(tree.getCatches(), null));
    return scan(tree.getFinallyBlock(), null);
  }

  private void checkReturned(Tree coroutine) {
    Message error = here.returnError();
    if (error != null) {
      reporter.report(error, unit, coroutine, "the return of a coroutine out of a try");
    }
  }

  private boolean isDone(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && Contract.isWeft(unit.element(call.getMethodSelect()), Contract.DONE);
  }

  private void checkAwait(Tree tree, String what) {
    Message error = here.awaitError();
    if (error != null) {
      reporter.report(error, unit, tree, what);
    }
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    Element method = unit.element(tree);
    if (Contract.isWeft(method, Contract.AWAIT)
        || Contract.isWeft(method, Contract.DONE)
        || Contract.isWeft(method, Contract.EMIT)) {
      reporter.report(Message.METHOD_REFERENCE, unit, tree, tree.getName());
    }
    return super.visitMemberReference(tree, null);
  }

  private boolean isLocal(ClassTree tree) {
    return unit.element(tree) instanceof TypeElement type && Nesting.isInBody(type);
  }

  private @Nullable Void within(Surroundings inside, Runnable scan) {
    Surroundings outside = here;
    here = inside;
    scan.run();
    here = outside;
    return null;
  }
}
