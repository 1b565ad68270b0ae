// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import dev.weft.benchmarks.tasks.HandWrittenLoop.Machine;
import org.jspecify.annotations.Nullable;

/** A node of Skynet: what its children return is added up in it. */
final class HandWrittenNode implements Machine {
  private final HandWrittenLoop loop;
  private final @Nullable HandWrittenNode parent;
  private final long first;
  private final int leaves;
  private int missing = -1;
  private long sum;

  HandWrittenNode(HandWrittenLoop loop, @Nullable HandWrittenNode parent, long first, int leaves) {
    this.loop = loop;
    this.parent = parent;
    this.first = first;
    this.leaves = leaves;
  }

  long sum() {
    return sum;
  }

  @Override
  public void resume() {
    if (leaves == 1) {
      sum = first;
      end();
    } else if (missing == 0) {
      end();
    } else {
      missing = TaskPeer.CHILDREN;
      int part = leaves / TaskPeer.CHILDREN;
      for (int i = 0; i < TaskPeer.CHILDREN; i++) {
        loop.ready(new HandWrittenNode(loop, this, first + (long) i * part, part));
      }
    }
  }

  private void end() {
    if (parent != null) {
      parent.sum += sum;
      if (--parent.missing == 0) {
        loop.ready(parent);
      }
    }
  }
}
