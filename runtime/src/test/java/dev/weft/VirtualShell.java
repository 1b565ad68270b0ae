// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import dev.weft.loop.Shell;
import dev.weft.loop.Waiter;
import java.nio.channels.SelectableChannel;

/** A world of time alone, in which waiting takes none. */
final class VirtualShell implements Shell {
  private long now;
  boolean closed;
  volatile int wakeups;

  @Override
  public long now() {
    return now;
  }

  @Override
  public boolean poll(long nanos) {
    if (nanos == FOREVER) {
      throw new AssertionError("nothing will ever happen");
    }
    now += nanos;
    return false;
  }

  @Override
  public synchronized void wakeup() {
    wakeups++;
  }

  @Override
  public void watch(SelectableChannel channel, int operation, Waiter waiter) {
    throw new UnsupportedOperationException("no network here");
  }

  @Override
  public void unwatch(SelectableChannel channel, int operation) {}

  @Override
  public boolean watched(SelectableChannel channel, int operation) {
    return false;
  }

  @Override
  public boolean watching() {
    return false;
  }

  @Override
  public void close() {
    closed = true;
  }
}
