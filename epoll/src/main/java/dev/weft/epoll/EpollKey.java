// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectionKey;

/**
 * A channel at a selector, and what is known of its readiness.
 *
 * <p>The system reports <em>edges</em>: once when something has come, and not again until more
 * comes. To the user a key is ready for as long as there is something. The difference is made up
 * here, because it is our own channel that reads: what an edge has reported stays true until a read
 * or a write finds less than it asked for.
 *
 * <pre>
 *   IN or OUT is not   --- an edge                          ---  is
 *   IN or OUT is       --- EAGAIN, or a count that is short ---  is not
 * </pre>
 *
 * <p>A short count proves nothing when the peer has closed or urgent data has come: the edge of
 * that may be over, and there is more to find behind it. Then only EAGAIN does.
 */
final class EpollKey extends AbstractSelectionKey {
  static final int IN = 0x1;
  static final int PRI = 0x2;
  static final int OUT = 0x4;
  static final int ERR = 0x8;
  static final int HUP = 0x10;
  static final int RDHUP = 0x2000;

  private static final int READING = OP_READ | OP_ACCEPT;

  final Descriptor descriptor;
  private final EpollSelector selector;
  private final SelectableChannel channel;
  private volatile int interest;
  private int is;
  private boolean shortProvesNothing;

  /** The operations that were found to be ready by the last selection that looked. */
  int ready;

  /** Whether the selector looks at this key in its next selection without being told to. */
  boolean listed;

  EpollKey(
      EpollSelector selector, SelectableChannel channel, Descriptor descriptor, boolean writable) {
    this.selector = selector;
    this.channel = channel;
    this.descriptor = descriptor;
    this.is = writable ? OUT : 0;
  }

  // ---- for the channel

  boolean mayBe(int side) {
    return (is & side) != 0;
  }

  void isNot(int side) {
    is &= ~side;
  }

  void fellShort(int side) {
    if (!shortProvesNothing) {
      is &= ~side;
    }
  }

  /** Forgets everything, and has the system tell it anew. */
  void lookAgain() {
    is = 0;
    shortProvesNothing = false;
    selector.lookAgain(this);
  }

  // ---- for the selector

  void edge(int events) {
    if ((events & (RDHUP | HUP | ERR | PRI)) != 0) {
      shortProvesNothing = true;
    }
    if ((events & (IN | PRI | RDHUP | HUP | ERR)) != 0) {
      is |= IN;
    }
    if ((events & (OUT | HUP | ERR)) != 0) {
      is |= OUT;
    }
  }

  /** Returns the operations that are both wanted and ready. */
  int wantedAndReady() {
    int operations = ((is & IN) != 0 ? READING : 0) | ((is & OUT) != 0 ? ~READING : 0);
    return operations & interest;
  }

  // ---- for the user

  @Override
  public SelectableChannel channel() {
    return channel;
  }

  @Override
  public Selector selector() {
    return selector;
  }

  @Override
  public int interestOps() {
    refuseCancelled();
    return interest;
  }

  @Override
  public SelectionKey interestOps(int operations) {
    refuseCancelled();
    if (operations != interest) {
      if ((operations & ~channel.validOps()) != 0) {
        throw new IllegalArgumentException("operations " + operations + " of " + channel);
      }
      interest = operations;
      if (wantedAndReady() != 0) {
        selector.list(this);
      }
    }
    return this;
  }

  @Override
  public int interestOpsOr(int operations) {
    int before = interestOps();
    interestOps(before | operations);
    return before;
  }

  @Override
  public int interestOpsAnd(int operations) {
    int before = interestOps();
    interestOps(before & operations);
    return before;
  }

  @Override
  public int readyOps() {
    refuseCancelled();
    return ready;
  }

  private void refuseCancelled() {
    if (!isValid()) {
      throw new CancelledKeyException();
    }
  }
}
