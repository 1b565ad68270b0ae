// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a {@code case}, read by their place in the text: what they may be has grown with
 * nearly every release, and all of it must pass through.
 */
final class CaseLabels {
  private static final Pattern DEFAULT =
      Pattern.compile("default\\b|case\\s+null\\s*,\\s*default\\b");
  private static final Pattern NULL = Pattern.compile("case\\s+null\\b");

  private CaseLabels() {}

  static boolean isDefault(AttributedUnit unit, CaseTree tree) {
    return DEFAULT.matcher(text(unit, tree)).lookingAt();
  }

  /** Whether this label asks of its switch to be exhaustive. */
  static boolean isPatternOrNull(AttributedUnit unit, CaseTree tree) {
    Labels labels = new Labels(unit, tree);
    return labels.pattern || isNull(unit, tree);
  }

  /** Where the labels end, and the guard. */
  static int end(AttributedUnit unit, CaseTree tree) {
    return new Labels(unit, tree).end;
  }

  /** Whether null is among the labels. */
  static boolean isNull(AttributedUnit unit, CaseTree tree) {
    return NULL.matcher(text(unit, tree)).lookingAt();
  }

  /** The guard, if there is an await in it. */
  static @Nullable ExpressionTree awaitedGuard(Context cx, CaseTree tree) {
    ExpressionTree guard = new Labels(cx.unit, tree).guard;
    return cx.awaits.in(guard) ? guard : null;
  }

  /**
   * Whether one of the patterns takes each value of the selector but null (JLS 14.30.3), once a
   * guard that awaits is gone.
   */
  static boolean isUnconditional(Context cx, CaseTree tree, TypeMirror selector) {
    Types types = cx.unit.types();
    Labels labels = new Labels(cx.unit, tree);
    return (labels.guard == null || cx.awaits.in(labels.guard))
        && labels.typePatterns.stream()
            .map(pattern -> cx.variables.element(pattern.getVariable()).asType())
            .anyMatch(type -> types.isSubtype(types.erasure(selector), types.erasure(type)));
  }

  /** Such as {@code case 1, 2} or {@code default}. */
  private static String text(AttributedUnit unit, CaseTree tree) {
    return unit.text().substring(unit.start(tree), new Labels(unit, tree).end);
  }

  /** The label as the switch of the machine has it, without a guard that awaits. */
  static Terminator.Choice choice(Context cx, CaseTree tree, Block target) {
    Labels labels = new Labels(cx.unit, tree);
    int start = cx.unit.start(tree);
    int end = cx.awaits.in(labels.guard) ? labels.patternEnd : labels.end;
    Substitution text = new Substitution(cx, start, end, Map.of());
    List<Code> saves = new ArrayList<>();
    for (VariableTree binding : labels.bindings) {
      boolean isInLabel = cx.unit.start(binding) < end;
      Variable variable = isInLabel ? cx.variables.leaving(binding, start, end) : null;
      if (variable != null) {
        String own = cx.variables.fresh(variable.name());
        text.rename(binding, variable, own);
        saves.add(Code.join(Code.of(Code.Use.write(variable)), Code.text(" = " + own + ";")));
      }
    }
    text.scan(tree, null);
    return new Terminator.Choice(
        cx.verbatim.apply(start, end, text.edits()), Code.join(saves.toArray(Code[]::new)), target);
  }

  /** The trees left of the arrow or colon. */
  private static final class Labels extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final AttributedUnit unit;
    private final int limit;
    private final List<BindingPatternTree> typePatterns = new ArrayList<>();
    private final List<VariableTree> bindings = new ArrayList<>();
    private boolean pattern;
    private @Nullable ExpressionTree guard;
    private int depth;
    private int patternEnd;
    private int end;

    Labels(AttributedUnit unit, CaseTree tree) {
      this.unit = unit;
      int start = unit.start(tree);
      this.end = start + (unit.text().startsWith("default", start) ? "default".length() : 0);
      this.limit = bodyStart(tree);
      super.visitCase(tree, null);
    }

    private int bodyStart(CaseTree tree) {
      if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
        Tree body = tree.getBody();
        return body == null ? Integer.MAX_VALUE : unit.start(body);
      }
      return tree.getStatements().isEmpty()
          ? Integer.MAX_VALUE
          : unit.start(tree.getStatements().get(0));
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null || unit.start(tree) >= limit) {
        return null;
      }
      if (depth == 0 && pattern && tree instanceof ExpressionTree expression) {
        guard = expression; // CaseTree.getGuard is newer than the JDK that Weft is built with
      }
      pattern |= tree.getKind().name().endsWith("PATTERN");
      end = Math.max(end, unit.end(tree));
      if (guard == null) {
        patternEnd = end;
      }
      depth++;
      super.scan(tree, null);
      depth--;
      return null;
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
      if (depth <= 2) { // else it is a part of a record pattern
        typePatterns.add(tree);
      }
      return super.visitBindingPattern(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      bindings.add(tree);
      return super.visitVariable(tree, null);
    }
  }
}
