// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.SelfPerformed;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loop's table: the operation of each class of events. The one that was looked up last is
 * remembered, since what a task awaits, it or the next one often awaits again.
 */
@SuppressWarnings("ReferenceEquality") // classes
final class Operations {
  private final Map<Class<?>, Operation<?>> table = new IdentityHashMap<>();

  /** That of the one event which has no content, and so is known by its identity. */
  private @Nullable Operation<Object> yieldNow;

  private @Nullable Class<?> lastType;
  private @Nullable Operation<Object> last;

  @SuppressWarnings("unchecked") // class and operation agree
  <E> void put(Class<? super E> type, Operation<E> operation) {
    table.put(type, operation);
    lastType = null;
    yieldNow = (Operation<Object>) table.get(Events.YieldNow.class);
  }

  Operation<Object> of(Object event) {
    if (event == Events.YieldNow.INSTANCE && yieldNow != null) {
      return yieldNow;
    }
    Class<?> type = event.getClass();
    Operation<Object> operation = last;
    return type == lastType && operation != null ? operation : find(event);
  }

  @SuppressWarnings("unchecked") // put sees to it that class and operation agree
  private Operation<Object> find(Object event) {
    Class<?> type = event.getClass();
    Operation<?> operation = table.get(type);
    if (operation == null && event instanceof SelfPerformed) {
      operation = (Operation<SelfPerformed>) SelfPerformed::perform;
      table.put(type, operation);
    }
    if (operation == null) {
      throw new IllegalStateException(
          "this loop has no handler for "
              + type.getTypeName()
              + ": teach it one with loop.on("
              + type.getSimpleName()
              + ".class, (event, resumption) -> ...)");
    }
    lastType = type;
    last = (Operation<Object>) operation;
    return last;
  }
}
