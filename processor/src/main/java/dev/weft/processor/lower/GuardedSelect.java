// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * Picks the case of a switch some guards of which await: each of these ends a switch of its own,
 * and if it does not hold, the cases behind it get the next one.
 *
 * <pre>
 *   case A a when await(x) -> F        switch (s) { case A a1 -> G;  default -> REST }
 *   case B b -> H                      G:     if (await(x)) goto F;  goto REST
 *   default -> D                       REST:  switch (s) { case B b -> H;  default -> D }
 * </pre>
 */
final class GuardedSelect {
  private final Context cx;
  private final ExpressionTree selector;
  private final TypeMirror type;
  private final List<? extends CaseTree> cases;
  private final List<Block> blocks;

  GuardedSelect(
      Context cx, ExpressionTree selector, List<? extends CaseTree> cases, List<Block> blocks) {
    this.cx = cx;
    this.selector = selector;
    this.type = cx.expressions.type(selector);
    this.cases = cases;
    this.blocks = blocks;
  }

  void lower(Code value) {
    int line = cx.unit.line(selector);
    Variable selected = cx.store(cx.operands.hint(selector), type, value, line);
    int first = 0;
    for (int i = 0; i < cases.size(); i++) {
      ExpressionTree guard = CaseLabels.awaitedGuard(cx, cases.get(i));
      if (guard != null) {
        Block test = cx.cursor.create(cx.unit.line(guard));
        Block rest = cx.cursor.create(line);
        List<Terminator.Choice> choices = choices(first, i);
        choices.add(CaseLabels.choice(cx, cases.get(i), test));
        addOthers(choices, first, i, rest);
        cx.cursor.end(new Terminator.Select(Code.of(Code.Use.read(selected)), choices));
        cx.cursor.start(test);
        cx.conditions.branch(guard, blocks.get(i), rest);
        cx.cursor.start(rest);
        first = i + 1;
      }
    }
    lowerLast(first, selected, line);
  }

  /** A default takes what no other case does, wherever it stands. */
  private List<Terminator.Choice> choices(int from, int to) {
    List<Terminator.Choice> choices = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!CaseLabels.isDefault(cx.unit, cases.get(i))) {
        choices.add(CaseLabels.choice(cx, cases.get(i), blocks.get(i)));
      }
    }
    return choices;
  }

  /** What goes on to the next switch: null too, if there is a case for it that is still to come. */
  private void addOthers(List<Terminator.Choice> choices, int from, int to, Block rest) {
    boolean nullIsLater = false;
    for (int i = 0; i < cases.size(); i++) {
      nullIsLater |=
          CaseLabels.isNull(cx.unit, cases.get(i))
              && (i > to || CaseLabels.isDefault(cx.unit, cases.get(i)));
    }
    boolean isTotal = isTotal(from, to + 1);
    if (nullIsLater) {
      String label = isTotal ? "case null" : "case null, default";
      choices.add(new Terminator.Choice(Code.text(label), Code.EMPTY, rest));
    } else if (!isTotal) {
      choices.add(new Terminator.Choice(Code.text("default"), Code.EMPTY, rest));
    }
  }

  private boolean isTotal(int from, int to) {
    return cases.subList(from, to).stream()
        .anyMatch(branch -> CaseLabels.isUnconditional(cx, branch, type));
  }

  private void lowerLast(int first, Variable selected, int line) {
    List<Terminator.Choice> choices = choices(first, cases.size());
    boolean hasDefault = false;
    for (int i = 0; i < cases.size(); i++) {
      if (CaseLabels.isDefault(cx.unit, cases.get(i))) {
        hasDefault = true;
        choices.add(CaseLabels.choice(cx, cases.get(i), blocks.get(i)));
      }
    }
    Block unmatched = cx.cursor.create(line);
    boolean isExhaustive = hasDefault || isTotal(first, cases.size());
    if (!isExhaustive) {
      choices.add(new Terminator.Choice(Code.text("default"), Code.EMPTY, unmatched));
    }
    cx.cursor.end(new Terminator.Select(Code.of(Code.Use.read(selected)), choices));
    if (!isExhaustive) {
      cx.cursor.start(unmatched);
      cx.cursor.end(new Terminator.Throw(Code.text("new MatchException(null, null)")));
    }
  }
}
