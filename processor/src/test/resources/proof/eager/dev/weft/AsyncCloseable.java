// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/** Closed by blocking until it is. */
public interface AsyncCloseable<X extends Exception> extends AutoCloseable {
  Coroutine<Void> closeAsync() throws X;

  @Override
  default void close() throws X {
    Weft.await(closeAsync());
  }
}
