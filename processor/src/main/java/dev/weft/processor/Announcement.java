// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.weft.processor.diagnostic.Reporter;

/**
 * Has what was found in processing printed as soon as that has ended. Were an error printed before,
 * javac would stop there, and hide whatever else is wrong in the user's program.
 */
final class Announcement implements TaskListener {
  private final Reporter reporter;

  Announcement(Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANNOTATION_PROCESSING) {
      reporter.flush();
    }
  }
}
