// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The body of a {@code try} that was taken apart. What is thrown in one of its blocks goes to the
 * first handler that takes it, else on to the parent's. Regions nest as the source does.
 */
public final class Region {
  private final @Nullable Region parent;
  private final int line;
  private final List<Handler> handlers = new ArrayList<>();

  /**
   * @param line the user's line of the {@code try}
   */
  public Region(@Nullable Region parent, int line) {
    this.parent = parent;
    this.line = line;
  }

  public @Nullable Region parent() {
    return parent;
  }

  public int line() {
    return line;
  }

  public void handle(Handler handler) {
    handlers.add(handler);
  }

  /** In the order in which they are tried. */
  public List<Handler> handlers() {
    return Collections.unmodifiableList(handlers);
  }

  /**
   * @param types what it catches; empty for anything at all
   * @param caught the variable that receives the exception
   * @param line the user's line of the clause
   */
  public record Handler(List<TypeMirror> types, Variable caught, Block target, int line) {
    public Handler {
      types = List.copyOf(types);
    }
  }
}
