// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A case as the eager world must read it, where plain Java has no word for what it means:
 *
 * <ul>
 *   <li>The body of a generator becomes a lambda, which the stand-in runs on a thread of its own,
 *       as calling the method would run it at once. So it must not assign its parameters.
 *   <li>{@code for (T x : /* async *}{@code / e) ...} is put into a {@code try} that closes its
 *       iterator.
 * </ul>
 *
 * <p>Lines stay what they are.
 */
final class EagerSource extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final String MARK = "/* async */";
  private static final Set<String> GENERATORS = Set.of("Generator", "AsyncGenerator");

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  /** What is written at a place instead of what stands there, up to another place. */
  private record Edit(String written, int end) {}

  private final NavigableMap<Integer, Edit> edits = new TreeMap<>();

  private int loops;

  private EagerSource(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  static String of(Case c) {
    if (GENERATORS.stream().noneMatch(c.source()::contains) && !c.source().contains(MARK)) {
      return c.source();
    }
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(MemoryFiles.source("cases/" + c.id() + ".java", c.source())));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      EagerSource eager =
          new EagerSource(c.source(), unit, Trees.instance(task).getSourcePositions());
      eager.scan(unit, null);
      return eager.text(0, c.source().length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a line has code that is not the case's. */
  static boolean isOwn(String line) {
    return line.contains(".eager(() -> {") || line.contains("dev.weft.Weft.loop(");
  }

  private String text(int from, int to) {
    StringBuilder result = new StringBuilder();
    int at = from;
    for (Map.Entry<Integer, Edit> edit : edits.subMap(from, true, to, true).entrySet()) {
      result.append(text, at, edit.getKey()).append(edit.getValue().written());
      at = edit.getValue().end();
    }
    return result.append(text, at, to).toString();
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** In front of what was inserted at the same place before. */
  private void insert(int place, String inserted) {
    edits.merge(
        place,
        new Edit(inserted, place),
        (before, now) -> new Edit(now.written() + before.written(), before.end()));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    super.visitMethod(tree, null);
    if (tree.getReturnType() instanceof ParameterizedTypeTree type
        && type.getType() instanceof IdentifierTree name
        && GENERATORS.contains(name.getName().toString())
        && tree.getModifiers().getAnnotations().stream()
            .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Async"))
        && tree.getBody() != null) {
      insert(start(tree.getBody()) + 1, " return " + name + ".eager(() -> {");
      insert(end(tree.getBody()) - 1, "}); ");
    }
    return null;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    if (tree.getStatement() instanceof EnhancedForLoopTree loop) {
      scan(loop.getExpression(), null);
      scan(loop.getStatement(), null);
      surround(tree, loop);
      return null;
    }
    return super.visitLabeledStatement(tree, null);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    super.visitEnhancedForLoop(tree, null);
    surround(tree, tree);
    return null;
  }

  private void surround(Tree whole, EnhancedForLoopTree loop) {
    int from = start(loop.getExpression());
    if (!text.substring(0, from).stripTrailing().endsWith(MARK)) {
      return;
    }
    String name = "loop$" + ++loops;
    int to = end(loop.getExpression());
    String expression = text(from, to);
    edits.subMap(from, true, to, true).clear();
    edits.put(from, new Edit(name, to));
    insert(start(whole), "try (var " + name + " = dev.weft.Weft.loop(" + expression + ")) { ");
    insert(end(whole), " }");
  }
}
