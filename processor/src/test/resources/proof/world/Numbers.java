// SPDX-License-Identifier: Apache-2.0
package world;

import static world.World.later;
import static world.World.log;

import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Coroutine;
import java.util.NoSuchElementException;

/** The numbers from 0 up, each of which is awaited; so is the closing of the iterator. */
public final class Numbers implements AsyncIterable<Integer> {
  private final String label;
  private final int count;

  public Numbers(String label, int count) {
    this.label = label;
    this.count = count;
  }

  @Override
  public AsyncIterator<Integer> asyncIterator() {
    log(label + " begins");
    return new AsyncIterator<>() {
      private int at;

      @Override
      public Coroutine<Boolean> hasNext() {
        return later(label + " has " + at, at < count);
      }

      @Override
      public Integer next() {
        if (at == count) {
          throw new NoSuchElementException();
        }
        return at++;
      }

      @Override
      public Coroutine<Void> closeAsync() {
        return later(label + " closes", null);
      }
    };
  }
}
