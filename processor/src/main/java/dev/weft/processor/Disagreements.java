// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.weft.processor.diagnostic.Reporter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Hears of a file in which attribution found errors and javac none. As a rule such an error is the
 * user's, and javac reports it after processing; then there is nothing to say. If javac writes the
 * classes of the file all the same, then attribution was wrong, and methods of it would silently be
 * left as they are.
 */
final class Disagreements implements TaskListener {
  private final Reporter reporter;
  private final Map<URI, String> errors = new HashMap<>();

  Disagreements(Reporter reporter) {
    this.reporter = reporter;
  }

  void expect(List<Diagnostic<? extends JavaFileObject>> nested) {
    for (Diagnostic<? extends JavaFileObject> error : nested) {
      JavaFileObject file = error.getSource();
      if (file != null) {
        errors.putIfAbsent(file.toUri(), error.getMessage(Locale.ROOT));
      }
    }
  }

  @Override
  public void finished(TaskEvent event) {
    @Nullable JavaFileObject file = event.getSourceFile();
    String error =
        event.getKind() == TaskEvent.Kind.GENERATE && file != null
            ? errors.remove(file.toUri())
            : null;
    if (error != null) {
      reporter.internal(
          new IllegalStateException(
              "only the second look at " + file.getName() + " finds: " + error));
      reporter.flush();
    }
  }
}
