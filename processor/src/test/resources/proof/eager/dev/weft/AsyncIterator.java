// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/** As the real one. */
public interface AsyncIterator<T> extends AsyncCloseable<RuntimeException> {
  Coroutine<Boolean> hasNext();

  T next();

  @Override
  default Coroutine<Void> closeAsync() {
    return Coroutine.of(null);
  }
}
