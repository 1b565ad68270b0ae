// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.CaseTree;
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
    return labels.pattern || NULL.matcher(text(unit, tree)).lookingAt();
  }

  /** Where the labels end, and the guard. */
  static int end(AttributedUnit unit, CaseTree tree) {
    return new Labels(unit, tree).end;
  }

  /** Such as {@code case 1, 2} or {@code default}. */
  private static String text(AttributedUnit unit, CaseTree tree) {
    return unit.text().substring(unit.start(tree), new Labels(unit, tree).end);
  }

  /** The label as the switch of the machine has it. */
  static Terminator.Choice choice(Context cx, CaseTree tree, Block target) {
    Labels labels = new Labels(cx.unit, tree);
    if (labels.trees.stream().anyMatch(cx.awaits::in)) {
      throw new UnsupportedException(tree, "an await in the guard of a case");
    }
    int start = cx.unit.start(tree);
    Substitution text = new Substitution(cx, start, labels.end, Map.of());
    List<Code> saves = new ArrayList<>();
    for (VariableTree binding : labels.bindings) {
      Variable variable = cx.variables.leaving(binding, start, labels.end);
      if (variable != null) {
        String own = cx.variables.fresh(variable.name());
        text.rename(binding, variable, own);
        saves.add(Code.join(Code.of(Code.Use.write(variable)), Code.text(" = " + own + ";")));
      }
    }
    text.scan(tree, null);
    return new Terminator.Choice(
        cx.verbatim.apply(start, labels.end, text.edits()),
        Code.join(saves.toArray(Code[]::new)),
        target);
  }

  /** The trees left of the arrow or colon. */
  private static final class Labels extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final AttributedUnit unit;
    private final int limit;
    private final List<Tree> trees = new ArrayList<>();
    private final List<VariableTree> bindings = new ArrayList<>();
    private boolean pattern;
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
      trees.add(tree);
      pattern |= tree.getKind().name().endsWith("PATTERN");
      end = Math.max(end, unit.end(tree));
      return super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      bindings.add(tree);
      return super.visitVariable(tree, null);
    }
  }
}
