// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The trace that each source of failures gave, before who awaited it was added. It keeps no source
 * alive, and tells them apart by identity: what users write of {@code equals} is not called.
 */
final class Given {
  private final Map<Key, StackTraceElement[]> traces = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  StackTraceElement @Nullable [] of(Object source) {
    return traces.get(new Key(source, null));
  }

  void put(Object source, StackTraceElement[] trace) {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      traces.remove(gone);
    }
    traces.put(new Key(source, collected), trace);
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object source, @Nullable ReferenceQueue<Object> queue) {
      super(source, queue);
      hash = System.identityHashCode(source);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object source = get();
      return source != null && other instanceof Key key && key.refersTo(source);
    }
  }
}
