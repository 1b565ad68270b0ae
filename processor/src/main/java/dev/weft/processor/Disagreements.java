// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.attribute.Attribution;
import dev.weft.processor.diagnostic.Reporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Hears of a class in which attribution found errors and javac none. As a rule such an error is the
 * user's, and javac reports it after processing; then there is nothing to say. If javac writes the
 * class all the same, then attribution was wrong, and methods of it would silently be left as they
 * are.
 *
 * <p>By class and not by file: javac may have written one class of a file before it has seen the
 * errors in the next.
 */
final class Disagreements implements TaskListener {
  private final Reporter reporter;

  /** The first error in each top-level class. */
  private final Map<String, String> errors = new HashMap<>();

  Disagreements(Reporter reporter) {
    this.reporter = reporter;
  }

  void expect(Attribution.Result nested) {
    for (Diagnostic<? extends JavaFileObject> error : nested.errors()) {
      JavaFileObject file = error.getSource();
      for (AttributedUnit unit : nested.units()) {
        if (file == null || file.toUri().equals(unit.original().getSourceFile().toUri())) {
          expect(unit, error);
        }
      }
    }
  }

  private void expect(AttributedUnit unit, Diagnostic<?> error) {
    List<TypeElement> types = new ArrayList<>();
    for (Tree tree : unit.tree().getTypeDecls()) {
      if (tree instanceof ClassTree && unit.element(tree) instanceof TypeElement type) {
        boolean holds =
            unit.start(tree) <= error.getPosition() && error.getPosition() < unit.end(tree);
        types.add(holds ? 0 : types.size(), type);
      }
    }
    // One that stands in no class, as in an import, is told with the first.
    types.stream()
        .limit(1)
        .forEach(
            type ->
                errors.putIfAbsent(
                    type.getQualifiedName().toString(), error.getMessage(Locale.ROOT)));
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() != TaskEvent.Kind.GENERATE || type == null) {
      return;
    }
    String error = errors.remove(type.getQualifiedName().toString());
    if (error != null) {
      reporter.internal(
          new IllegalStateException(
              "only the second look at " + type.getQualifiedName() + " finds: " + error));
      reporter.flush();
    }
  }
}
