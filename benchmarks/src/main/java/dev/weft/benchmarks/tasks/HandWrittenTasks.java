// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks;

import dev.weft.benchmarks.tasks.HandWrittenLoop.Machine;
import dev.weft.benchmarks.tasks.HandWrittenLoop.Sleeper;
import java.lang.ref.Reference;

/** The state machines of {@link HandWrittenLoop}. */
public final class HandWrittenTasks extends TaskPeer {
  /**
   * Runs a scenario.
   *
   * @param arguments the scenario and its size
   * @throws Exception what the scenario fails with
   */
  public static void main(String[] arguments) throws Exception {
    TaskProgram.run(new HandWrittenTasks(), arguments);
  }

  @Override
  protected void sleepers(int n, Runnable asleep) {
    HandWrittenLoop loop = new HandWrittenLoop();
    for (int i = 0; i < n; i++) {
      loop.ready(new LongSleeper(loop));
    }
    loop.runReady();
    try {
      asleep.run();
    } finally {
      Reference.reachabilityFence(loop);
    }
  }

  private static final class LongSleeper extends Sleeper {
    private final HandWrittenLoop loop;
    private int state;

    LongSleeper(HandWrittenLoop loop) {
      this.loop = loop;
    }

    @Override
    public void resume() {
      if (state == 0) {
        state = 1;
        loop.sleep(this, SECONDS_ASLEEP * 1_000_000_000L);
      }
    }
  }

  @Override
  protected void spawn(int n) {
    HandWrittenLoop loop = new HandWrittenLoop();
    loop.ready(new Spawner(loop, n));
    loop.runReady();
  }

  private static final class Spawner implements Machine {
    private final HandWrittenLoop loop;
    private int left;

    Spawner(HandWrittenLoop loop, int n) {
      this.loop = loop;
      this.left = n;
    }

    @Override
    public void resume() {
      if (left > 0) {
        left--;
        loop.ready(new Child(loop, this));
      }
    }
  }

  private record Child(HandWrittenLoop loop, Machine joiner) implements Machine {
    @Override
    public void resume() {
      loop.ready(joiner);
    }
  }

  @Override
  protected void timers(Deadlines deadlines) {
    HandWrittenLoop loop = new HandWrittenLoop();
    for (int i = 0; i < deadlines.size(); i++) {
      loop.ready(new Timer(loop, deadlines, i));
    }
    loop.runAll();
  }

  private static final class Timer extends Sleeper {
    private final HandWrittenLoop loop;
    private final Deadlines deadlines;
    private final int number;
    private int state;

    Timer(HandWrittenLoop loop, Deadlines deadlines, int number) {
      this.loop = loop;
      this.deadlines = deadlines;
      this.number = number;
    }

    @Override
    public void resume() {
      if (state == 0) {
        state = 1;
        loop.sleep(this, deadlines.set(number));
      } else {
        deadlines.fire(number);
      }
    }
  }

  @Override
  protected void channel(int n) {
    HandWrittenLoop loop = new HandWrittenLoop();
    HandWrittenChannel there = new HandWrittenChannel(loop);
    HandWrittenChannel back = new HandWrittenChannel(loop);
    loop.ready(new HandWrittenChannel.Echo(there, back));
    loop.ready(new HandWrittenChannel.Caller(n, there, back));
    loop.runReady();
  }

  @Override
  protected long skynet(int leaves) {
    HandWrittenLoop loop = new HandWrittenLoop();
    HandWrittenNode root = new HandWrittenNode(loop, null, 0, leaves);
    loop.ready(root);
    loop.runReady();
    return root.sum();
  }
}
