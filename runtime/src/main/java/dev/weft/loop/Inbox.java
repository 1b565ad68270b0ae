// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Jobs from other threads. Any number may push; the loop's thread takes them all, oldest first. */
final class Inbox {
  private static final class Post {
    final @Nullable Job job;
    @Nullable Post next;

    Post(@Nullable Job job) {
      this.job = job;
    }
  }

  /** Stands at the top for good once the inbox is closed. */
  private static final Post CLOSED = new Post(null);

  private final AtomicReference<@Nullable Post> top = new AtomicReference<>();

  /** Returns false if the inbox is closed. */
  boolean push(Job job) {
    Post post = new Post(job);
    for (; ; ) {
      Post below = top.get();
      if (below == CLOSED) {
        return false;
      }
      post.next = below;
      if (top.compareAndSet(below, post)) {
        return true;
      }
    }
  }

  boolean isEmpty() {
    Post post = top.get();
    return post == null || post == CLOSED;
  }

  void moveTo(ReadyQueue ready) {
    if (isEmpty()) {
      return;
    }
    Post oldest = null;
    Post newest = top.getAndSet(null);
    while (newest != null) {
      Post below = newest.next;
      newest.next = oldest;
      oldest = newest;
      newest = below;
    }
    for (Post post = oldest; post != null; post = post.next) {
      if (post.job != null) {
        ready.add(post.job);
      }
    }
  }

  /** Closes the inbox if it is empty: no job can be pushed and then forgotten. */
  boolean close() {
    return top.compareAndSet(null, CLOSED) || closed();
  }

  boolean closed() {
    return top.get() == CLOSED;
  }
}
