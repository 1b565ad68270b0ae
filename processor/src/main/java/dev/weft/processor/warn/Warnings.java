// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Reporter;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Hears of each class that javac has attributed, and looks through it. */
public final class Warnings implements TaskListener {
  private final ProcessingEnvironment env;
  private final Reporter reporter;
  private final Trees trees;

  /** javac tells of a class again when it comes to what extends it. */
  private final Set<TypeElement> seen = new HashSet<>();

  private Warnings(ProcessingEnvironment env, Reporter reporter) {
    this.env = env;
    this.reporter = reporter;
    this.trees = Trees.instance(env);
  }

  /**
   * Arranges for warnings during the rest of this compile.
   *
   * @param env javac's own environment
   */
  public static void install(ProcessingEnvironment env, Reporter reporter) {
    JavacTask.instance(env).addTaskListener(new Warnings(env, reporter));
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    CompilationUnitTree unit = event.getCompilationUnit();
    if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null || unit == null) {
      return;
    }
    AnalysedClasses classes = new AnalysedClasses(env, trees, unit, reporter);
    if (!seen.add(type) || isOfMachine(classes)) {
      return;
    }
    try {
      for (Tree tree : unit.getTypeDecls()) {
        if (tree instanceof ClassTree && type.equals(classes.element(tree))) {
          Mistakes.find(tree, classes);
        }
      }
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      reporter.internal(e);
    }
    reporter.flush();
  }

  /** What is wrong in the text of a machine is wrong in the user's own method, and told there. */
  private static boolean isOfMachine(AnalysedClasses classes) {
    return classes.unit().getTypeDecls().stream()
        .anyMatch(
            tree -> classes.element(tree) instanceof TypeElement type && Contract.isMachine(type));
  }
}
