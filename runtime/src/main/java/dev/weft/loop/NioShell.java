// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real world: {@link System#nanoTime} and a {@link Selector}.
 *
 * <p>A channel that is closed loses its key without a word: the selector drops the key in its next
 * selection and reports nothing. So after each selection the number of keys is compared with that
 * of the watches, and if some are missing, the watches are searched and their waiters told. And so
 * it is never waited before a selection without waiting has been done.
 */
public final class NioShell implements Shell {
  private final Selector selector;

  /** As {@link SelectableChannel#keyFor}, which takes a lock and searches an array. */
  private final Map<SelectableChannel, Watch> watches = new LinkedHashMap<>();

  private final Consumer<SelectionKey> whenReady = this::ready;
  private int waiters;

  /**
   * The watch that was asked for last: a task reads and writes the same channel again and again.
   */
  private @Nullable Watch last;

  /** A selection without waiting takes a wake-up with it, and the one with waiting misses it. */
  private volatile boolean woken;

  private NioShell(Selector selector) {
    this.selector = selector;
  }

  /**
   * Opens a selector.
   *
   * @param provider makes the selector, and must have made all channels that are waited for
   * @return a new shell
   * @throws UncheckedIOException if the system fails
   */
  public static NioShell open(SelectorProvider provider) {
    try {
      return new NioShell(provider.openSelector());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public boolean poll(long nanos) throws IOException {
    boolean interrupted = select(nanos);
    woken = false; // later than any selection: a wake-up that comes now finds the loop awake
    return interrupted;
  }

  private boolean select(long nanos) throws IOException {
    if (!watches.isEmpty()) {
      int ready = selector.selectNow(whenReady);
      if (sweep() || ready > 0 || nanos == 0 || woken) {
        return Thread.interrupted();
      }
    } else if (nanos == 0) {
      return Thread.interrupted();
    }
    if (nanos == FOREVER) {
      selector.select(whenReady);
    } else {
      // Rounded up: to wake before the deadline would be to spin until it.
      selector.select(whenReady, (nanos - 1) / 1_000_000 + 1);
    }
    boolean unused = sweep();
    return Thread.interrupted();
  }

  @Override
  public void wakeup() {
    woken = true; // first, lest it come between the selection and the look at it
    selector.wakeup();
  }

  @Override
  public void watch(SelectableChannel channel, int operation, Waiter waiter) throws IOException {
    Watch watch = watch(channel);
    if (watch == null) {
      if (!channel.provider().equals(selector.provider())) {
        throw new IllegalStateException(
            channel
                + " was opened by "
                + channel.provider()
                + ", and the loop's selector by "
                + selector.provider()
                + ": open both with the same SelectorProvider");
      }
      SelectionKey key = channel.register(selector, 0);
      watch = new Watch(key);
      key.attach(watch);
      watches.put(channel, watch);
      last = watch;
    }
    watch.add(operation, waiter);
    waiters++;
  }

  @Override
  public void unwatch(SelectableChannel channel, int operation) {
    Watch watch = watch(channel); // null: it was closed, and its waiters have been told
    if (watch != null && watch.remove(operation)) {
      waiters--;
    }
  }

  @Override
  public boolean watched(SelectableChannel channel, int operation) {
    Watch watch = watch(channel);
    return watch != null && watch.waiter(operation) != null;
  }

  @Override
  public void exhausted(SelectableChannel channel, int operation) {
    Watch watch = watch(channel);
    if (watch != null) { // else nobody has waited for it yet, and who tries in vain does no harm
      watch.exhausted(operation);
    }
  }

  @Override
  public boolean isExhausted(SelectableChannel channel, int operation) {
    Watch watch = watch(channel);
    return watch != null && watch.isExhausted(operation);
  }

  @Override
  public boolean watching() {
    return waiters > 0;
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }

  /**
   * For tests: what the system is asked to watch a channel for.
   *
   * @param channel one that somebody has waited for
   * @return bits of {@link SelectionKey}
   */
  public int interest(SelectableChannel channel) {
    SelectionKey key = channel.keyFor(selector);
    return key == null ? 0 : key.interestOps();
  }

  private @Nullable Watch watch(SelectableChannel channel) {
    Watch watch = last;
    if (watch != null && watch.key.channel() == channel && watch.key.isValid()) {
      return watch;
    }
    watch = watches.get(channel);
    last = watch;
    return watch != null && watch.key.isValid() ? watch : null;
  }

  private void ready(SelectionKey key) {
    waiters -= ((Watch) key.attachment()).ready();
  }

  /** Tells those who wait for channels that are closed. */
  private boolean sweep() {
    if (selector.keys().size() == watches.size()) {
      return false;
    }
    boolean told = false;
    last = null;
    for (Iterator<Watch> all = watches.values().iterator(); all.hasNext(); ) {
      Watch watch = all.next();
      if (!watch.key.isValid()) {
        all.remove();
        int count = watch.tell(true, true);
        waiters -= count;
        told |= count > 0;
      }
    }
    return told;
  }
}
