// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.SelfPerformed;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A loop's table: the operation of each class of events. Events that perform themselves need no
 * entry, but can have one.
 *
 * <p>It is asked at every event, so there are short cuts for what is asked again and again.
 */
@SuppressWarnings({"ReferenceEquality", "unchecked"}) // classes; put sees to it that they agree
final class Operations {
  private static final Operation<SelfPerformed> BY_ITSELF = SelfPerformed::perform;

  private final IdentityHashMap<Class<?>, Operation<?>> table = new IdentityHashMap<>();

  /** That of the one event which has no content, and so is known by its identity. */
  private @Nullable Operation<Object> yieldNow;

  // The two that were searched last: as a rule who reads also writes.
  private @Nullable Class<?> lastType;
  private @Nullable Operation<Object> last;
  private @Nullable Class<?> otherType;
  private @Nullable Operation<Object> other;

  /** Whether no event that performs itself has an entry. */
  private boolean byThemselves = true;

  <E> void put(Class<? super E> type, Operation<E> operation) {
    table.put(type, operation);
    lastType = null;
    otherType = null;
    if (type == Events.YieldNow.class) {
      yieldNow = (Operation<Object>) operation;
    }
    byThemselves &= !SelfPerformed.class.isAssignableFrom(type);
  }

  /** As {@link #of} and {@code begin}. One call less for events that perform themselves. */
  @Nullable Object begin(Object event, Fiber<?> fiber) throws Throwable {
    Operation<Object> operation = recent(event);
    if (operation != null) {
      return operation.begin(event, fiber);
    }
    // Asked late: of others the JVM may have to search all that their class implements.
    return byThemselves && event instanceof SelfPerformed own
        ? own.perform(fiber)
        : find(event).begin(event, fiber);
  }

  Operation<Object> of(Object event) {
    Operation<Object> operation = recent(event);
    return operation != null ? operation : find(event);
  }

  private @Nullable Operation<Object> recent(Object event) {
    if (event == Events.YieldNow.INSTANCE) {
      return yieldNow;
    }
    Class<?> type = event.getClass();
    return type == lastType ? last : type == otherType ? other : null;
  }

  private Operation<Object> find(Object event) {
    Class<?> type = event.getClass();
    Operation<?> operation = table.get(type);
    if (operation == null && event instanceof SelfPerformed) {
      operation = BY_ITSELF;
    }
    if (operation == null) {
      throw new IllegalStateException(
          "this loop has no handler for "
              + type.getTypeName()
              + ": teach it one with loop.on("
              + type.getSimpleName()
              + ".class, (event, resumption) -> ...)");
    }
    otherType = lastType;
    other = last;
    lastType = type;
    last = (Operation<Object>) operation;
    return last;
  }
}
