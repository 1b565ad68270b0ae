// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.IllegalSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A selector on an edge-triggered epoll.
 *
 * <p>A channel is told to the system once, for reading and writing alike, and taken off once: a
 * change of interest is no system call. The keys that may be ready are in a list. A selection
 * strikes off those of which nothing wanted is left, adds those of which the system has news, and
 * reports what then stands there. It waits only if nothing was left.
 *
 * <p>The thread that selects also registers, reads, writes and changes the interest. Any thread may
 * close channels, cancel keys, wake the selector up and close it.
 */
final class EpollSelector extends AbstractSelector {
  private static final int ADD = 1;
  private static final int REMOVE = 2;
  private static final int MODIFY = 3;
  private static final int EDGES_OF_ALL =
      EpollKey.IN | EpollKey.OUT | EpollKey.PRI | EpollKey.RDHUP | 1 << 31;

  /** How many events one system call may bring. More wait for the next. */
  private static final int CAPACITY = 1024;

  /** An event is a set of bits and, after a gap on all but x86, eight bytes that come back. */
  private static final int DATA = System.getProperty("os.arch").equals("amd64") ? 4 : 8;

  private static final int EVENT = DATA + 8;

  private final int epoll;
  private final int wakeUps;
  private final MemorySegment events = Arena.ofAuto().allocate((long) EVENT * CAPACITY, 8);
  private final MemorySegment registration = Arena.ofAuto().allocate(EVENT, 8);
  private final Set<SelectionKey> keys = ConcurrentHashMap.newKeySet();
  private final Set<SelectionKey> keysToShow = Collections.unmodifiableSet(keys);
  private final Set<SelectionKey> selected = new HashSet<>();
  private final List<EpollKey> maybeReady = new ArrayList<>();
  private @Nullable EpollKey[] byNumber = new EpollKey[64];
  private boolean selecting;

  /** Guards {@link #wakeUps}, whose number must not be used once it is given back. */
  private final Object awake = new Object();

  private boolean released;

  EpollSelector(EpollProvider provider) throws IOException {
    super(provider);
    epoll = Linux.check("epoll_create1", Linux.epollCreate());
    wakeUps = Linux.eventDescriptor();
    // An edge for each time that it is written to, though nobody ever reads it.
    int result = wakeUps < 0 ? wakeUps : control(ADD, wakeUps, EpollKey.IN | 1 << 31);
    if (result < 0) {
      Linux.close(epoll);
      throw Linux.failure("eventfd", -result);
    }
  }

  // ---- selections

  @Override
  public int select() throws IOException {
    return select(null, -1);
  }

  @Override
  public int select(long timeout) throws IOException {
    return select(null, millis(timeout));
  }

  @Override
  public int selectNow() throws IOException {
    return select(null, 0);
  }

  @Override
  public int select(Consumer<SelectionKey> action) throws IOException {
    return select(action, -1);
  }

  @Override
  public int select(Consumer<SelectionKey> action, long timeout) throws IOException {
    return select(action, millis(timeout));
  }

  @Override
  public int selectNow(Consumer<SelectionKey> action) throws IOException {
    return select(action, 0);
  }

  private static int millis(long timeout) {
    if (timeout < 0) {
      throw new IllegalArgumentException("timeout " + timeout);
    }
    return timeout == 0 ? -1 : (int) Math.min(timeout, Integer.MAX_VALUE);
  }

  private synchronized int select(@Nullable Consumer<SelectionKey> action, int millis)
      throws IOException {
    refuseClosed();
    if (selecting) {
      throw new IllegalStateException("selection in progress");
    }
    selecting = true;
    try {
      dropCancelled();
      strikeOff();
      news(maybeReady.isEmpty() ? millis : 0);
      dropCancelled();
      return report(action);
    } finally {
      selecting = false;
    }
  }

  private void strikeOff() {
    int kept = 0;
    for (int i = 0; i < maybeReady.size(); i++) {
      EpollKey key = maybeReady.get(i);
      key.listed = key.isValid() && key.wantedAndReady() != 0;
      if (key.listed) {
        maybeReady.set(kept++, key);
      }
    }
    for (int i = maybeReady.size(); i > kept; i--) {
      maybeReady.remove(i - 1); // a view of a part, to clear it, would be garbage of each selection
    }
  }

  private void news(int millis) throws IOException {
    int count = millis == 0 ? Linux.epollWait(epoll, events, CAPACITY, 0) : await(millis);
    for (int i = 0; i < count; i++) {
      int number = events.get(JAVA_INT_UNALIGNED, (long) i * EVENT + DATA);
      EpollKey key = number < byNumber.length ? byNumber[number] : null;
      if (key != null) {
        key.edge(events.get(JAVA_INT_UNALIGNED, (long) i * EVENT));
        list(key);
      }
    }
  }

  private int await(int millis) throws IOException {
    long deadline = millis < 0 ? 0 : System.nanoTime() + millis * 1_000_000L;
    int left = millis;
    for (; ; ) {
      int count;
      try {
        begin(); // an interrupt of this thread is a wake-up
        count = Linux.epollWait(epoll, events, CAPACITY, left);
      } finally {
        end();
      }
      if (count != -Linux.EINTR) {
        return Linux.check("epoll_wait", count);
      }
      if (millis > 0) {
        left = (int) Math.max(0, (deadline - System.nanoTime() + 999_999) / 1_000_000);
      }
    }
  }

  private int report(@Nullable Consumer<SelectionKey> action) {
    if (action != null) {
      selected.clear();
    }
    int count = 0;
    int size = maybeReady.size(); // the action may list more
    for (int i = 0; i < size; i++) {
      EpollKey key = maybeReady.get(i);
      int ready = key.isValid() ? key.wantedAndReady() : 0;
      if (ready == 0) {
        continue;
      }
      if (action != null) {
        key.ready = ready;
        action.accept(key);
        count++;
      } else if (selected.add(key)) {
        key.ready = ready;
        count++;
      } else if ((ready & ~key.ready) != 0) {
        key.ready |= ready;
        count++;
      }
    }
    return count;
  }

  /** Has the next selection look at {@code key}. */
  void list(EpollKey key) {
    if (!key.listed) {
      key.listed = true;
      maybeReady.add(key);
    }
  }

  @Override
  public Selector wakeup() {
    synchronized (awake) {
      if (!released) {
        Linux.signal(wakeUps);
      }
    }
    return this;
  }

  // ---- keys

  @Override
  protected SelectionKey register(
      AbstractSelectableChannel channel, int operations, @Nullable Object attachment) {
    refuseClosed();
    if (!(channel instanceof EpollChannel ours)) {
      throw new IllegalSelectorException();
    }
    Descriptor descriptor = ours.descriptor();
    if (descriptor.key != null && descriptor.key.isValid()) {
      throw new IllegalStateException(channel + " is registered with another selector");
    }
    EpollKey key = new EpollKey(this, channel, descriptor, ours.isConnected());
    key.attach(attachment);
    int number = descriptor.number;
    if (number >= byNumber.length) {
      byNumber = Arrays.copyOf(byNumber, Math.max(number + 1, 2 * byNumber.length));
    }
    int result = control(ADD, number, EDGES_OF_ALL);
    if (result < 0) {
      throw new IllegalStateException(Linux.failure("epoll_ctl", -result));
    }
    byNumber[number] = key;
    descriptor.key = key;
    keys.add(key);
    key.interestOps(operations);
    return key;
  }

  /** Has the system report the present state of a channel as an edge. */
  void lookAgain(EpollKey key) {
    control(MODIFY, key.descriptor.number, EDGES_OF_ALL);
  }

  private int control(int operation, int number, int bits) {
    registration.set(JAVA_INT, 0, bits);
    registration.set(JAVA_INT_UNALIGNED, DATA, number);
    return Linux.epollControl(epoll, operation, number, registration);
  }

  private void dropCancelled() {
    Set<SelectionKey> cancelled = cancelledKeys();
    synchronized (cancelled) {
      if (!cancelled.isEmpty()) {
        for (SelectionKey key : cancelled) {
          drop((EpollKey) key);
        }
        cancelled.clear();
      }
    }
  }

  private void drop(EpollKey key) {
    Descriptor descriptor = key.descriptor;
    if (byNumber[descriptor.number] != key) {
      return;
    }
    byNumber[descriptor.number] = null;
    if (descriptor.key == key) { // else it is at another selector by now
      descriptor.key = null;
    }
    keys.remove(key);
    selected.remove(key);
    deregister(key);
    if (key.channel().isOpen()) {
      control(REMOVE, descriptor.number, 0);
    } else {
      descriptor.close(); // which takes it off the list of the system too
    }
  }

  @Override
  public Set<SelectionKey> keys() {
    refuseClosed();
    return keysToShow;
  }

  @Override
  public Set<SelectionKey> selectedKeys() {
    refuseClosed();
    return selected;
  }

  private void refuseClosed() {
    if (!isOpen()) {
      throw new ClosedSelectorException();
    }
  }

  @Override
  protected void implCloseSelector() {
    wakeup();
    synchronized (this) {
      dropCancelled();
      for (SelectionKey key : keys) {
        key.cancel();
      }
      dropCancelled();
      synchronized (awake) {
        released = true;
        Linux.close(wakeUps);
      }
      Linux.close(epoll);
    }
  }
}
