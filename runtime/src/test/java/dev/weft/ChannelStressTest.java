// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.sync.Channel;
import dev.weft.sync.ChannelClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many producers and consumers at one {@link Channel}, and somebody who cancels them at random: all
 * that was accepted is received once or still there, and nothing else is.
 */
class ChannelStressTest {
  /** The {@code number}th element of a producer. */
  private record Element(int producer, int number) {}

  private static final int TASKS = 12;
  private static final int TURNS = 150;

  private final Set<Element> accepted = new HashSet<>();
  private final Set<Element> refused = new HashSet<>();
  private final List<Element> received = new ArrayList<>();
  private int cancelled;
  private int producers;

  @Test
  void nothingIsLostAndNothingComesTwice() {
    int allReceived = 0;
    int allRefused = 0;
    for (int seed = 0; seed < 300; seed++) {
      accepted.clear();
      refused.clear();
      received.clear();
      play(new Random(seed), "seed " + seed);
      allReceived += received.size();
      allRefused += refused.size();
    }
    // The play is worth something only if much happens in it.
    assertTrue(allReceived > 30_000, () -> "received " + received.size());
    assertTrue(allRefused > 3_000, () -> "refused " + refused.size());
    assertTrue(cancelled > 3_000, () -> "cancelled " + cancelled);
  }

  private void play(Random random, String seed) {
    Channel<Element> channel = new Channel<>(random.nextInt(4));
    boolean closes = random.nextBoolean();
    try (Watched world = new Watched()) {
      List<Task<?>> tasks = new ArrayList<>();
      world.run(
          new Sample<>(
              "main",
              (state, reply) -> {
                if (state == TURNS) {
                  return end();
                }
                if (closes && state == TURNS - 10) {
                  channel.close();
                }
                for (int i = tasks.size(); i < TASKS; i++) {
                  tasks.add(world.loop.submit(either(channel, random)));
                }
                if (random.nextInt(3) == 0) {
                  Task<?> victim = tasks.remove(random.nextInt(TASKS));
                  victim.cancel();
                  cancelled++;
                }
                return await(state + 1, pause(random));
              }));
      world.loop.close();
      assertEquals(List.of(), world.failures, seed);
    }
    List<Element> left = new ArrayList<>();
    for (Element e = channel.tryReceive(); e != null; e = channel.tryReceive()) {
      left.add(e);
    }
    assertTrue(left.size() <= channel.capacity(), seed);
    List<Element> all = new ArrayList<>(received);
    all.addAll(left);
    assertEquals(accepted.size(), all.size(), seed);
    assertEquals(accepted, new HashSet<>(all), seed);
    assertTrue(accepted.stream().noneMatch(refused::contains), seed);
  }

  private Sample<Void> either(Channel<Element> channel, Random random) {
    return random.nextBoolean() ? producer(channel, random) : consumer(channel, random);
  }

  private static Event<?> pause(Random random) {
    return random.nextBoolean() ? Weft.yieldNow() : Weft.sleep(Duration.ofNanos(random.nextInt(3)));
  }

  private Sample<Void> producer(Channel<Element> channel, Random random) {
    int producer = producers++;
    int[] count = {0};
    return new Sample<>(
        "producer",
        (state, reply) -> {
          Element present = new Element(producer, count[0]);
          if (state == 1) {
            try {
              reply.get();
              assertTrue(accepted.add(present));
            } catch (Cancelled | ChannelClosedException error) {
              assertTrue(refused.add(present));
              return end();
            }
          } else {
            reply.get();
          }
          if (state == 1 && random.nextInt(3) == 0) {
            return await(2, pause(random));
          }
          Element next = new Element(producer, ++count[0]);
          if (random.nextInt(4) == 0 && !channel.isClosed()) {
            assertTrue((channel.trySend(next) ? accepted : refused).add(next));
            return await(2, pause(random));
          }
          return await(1, channel.send(next));
        });
  }

  private Sample<Void> consumer(Channel<Element> channel, Random random) {
    Map<Integer, Integer> last = new HashMap<>();
    return new Sample<>(
        "consumer",
        (state, reply) -> {
          Element replied = reply.get(); // of a pause: null
          Element element = state == 2 ? maybe(channel, random) : replied;
          if (element != null) {
            received.add(element);
            Integer before = last.put(element.producer(), element.number());
            assertTrue(before == null || before < element.number(), "out of order");
          } else if (state == 1) {
            assertTrue(channel.isClosed());
            return end();
          }
          return random.nextInt(3) == 0 ? await(2, pause(random)) : await(1, channel.receive());
        });
  }

  private static @Nullable Element maybe(Channel<Element> channel, Random random) {
    return random.nextInt(4) == 0 ? channel.tryReceive() : null;
  }
}
