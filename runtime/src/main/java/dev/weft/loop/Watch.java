// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for one channel: at most one on each side.
 *
 * <p>The key's interest outlives the waiter, because as a rule the same side is waited for again
 * soon, and then nothing has to be told to the system. Only when the channel is ready and nobody
 * waits is the interest dropped, so it costs one poll in vain and not one after the other.
 */
final class Watch {
  private static final int READING = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;

  final SelectionKey key;
  private @Nullable Waiter reader;
  private @Nullable Waiter writer;

  /** That of the key, which is dear to ask. */
  private int interest;

  /** Operations that would be in vain until the system says that the channel is ready. */
  private int exhausted;

  Watch(SelectionKey key) {
    this.key = key;
  }

  @Nullable Waiter waiter(int operation) {
    return (operation & READING) != 0 ? reader : writer;
  }

  void exhausted(int operation) {
    exhausted |= operation;
  }

  boolean isExhausted(int operation) {
    return (exhausted & operation) != 0;
  }

  void add(int operation, Waiter waiter) {
    if ((interest & operation) == 0) {
      interest |= operation;
      key.interestOps(interest);
    }
    if ((operation & READING) != 0) {
      reader = waiter;
    } else {
      writer = waiter;
    }
  }

  /** Returns false if there is no waiter. */
  boolean remove(int operation) {
    if (waiter(operation) == null) {
      return false;
    }
    if ((operation & READING) != 0) {
      reader = null;
    } else {
      writer = null;
    }
    if (key.isValid()) {
      dropInterest(operation);
    }
    return true;
  }

  /** The system says that the channel is ready. Returns how many waiters were told. */
  int ready() {
    int ops;
    try {
      ops = key.readyOps();
    } catch (CancelledKeyException closed) {
      return tell(true, true);
    }
    exhausted &= ~ops;
    boolean reads = (ops & READING) != 0;
    boolean writes = (ops & ~READING) != 0;
    int unwanted =
        (reads && reader == null ? READING : 0) | (writes && writer == null ? ~READING : 0);
    if (unwanted != 0) {
      dropInterest(unwanted & ops);
    }
    return tell(reads, writes);
  }

  private void dropInterest(int operations) {
    interest &= ~operations;
    key.interestOps(interest);
  }

  int tell(boolean reads, boolean writes) {
    int told = 0;
    if (reads && reader != null) {
      Waiter waiter = reader;
      reader = null;
      waiter.channelReady();
      told++;
    }
    if (writes && writer != null) {
      Waiter waiter = writer;
      writer = null;
      waiter.channelReady();
      told++;
    }
    return told;
  }
}
