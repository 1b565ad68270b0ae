// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.util.Iterator;

/** Each element is blocked for; who closes the iterator is {@link Weft#loop}. */
public interface AsyncIterable<T> extends Iterable<T> {
  AsyncIterator<T> asyncIterator();

  @Override
  default Iterator<T> iterator() {
    throw new AssertionError("a loop without its mark");
  }
}
