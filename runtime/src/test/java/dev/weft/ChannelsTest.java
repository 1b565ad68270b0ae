// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static dev.weft.Sample.await;
import static dev.weft.Sample.end;
import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets over the loopback, in the real shell. */
@SuppressWarnings({"NullAway", "StatementSwitchToExpressionSwitch", "ByteBufferBackingArray"})
@Timeout(60)
class ChannelsTest {
  private final List<String> failures = new ArrayList<>();
  private final Loop loop =
      new Loop().onFailure((task, error) -> failures.add(task + ": " + error));
  private ServerSocketChannel listener;
  private SocketChannel near;
  private SocketChannel far;

  @BeforeEach
  void open() throws IOException {
    listener =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    near = SocketChannel.open(listener.getLocalAddress());
    far = listener.accept();
  }

  @AfterEach
  void close() throws IOException {
    loop.close();
    near.close();
    far.close();
    listener.close();
    assertEquals(List.of(), failures);
  }

  private Sample<Object> sequence(Step... steps) {
    return new Sample<>(
        "sequence",
        (state, reply) ->
            state < steps.length
                ? await(state + 1, steps[state].next(state == 0 ? null : reply.get()))
                : end(reply.get()));
  }

  private interface Step {
    Object next(Object reply) throws Throwable;
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count);
  }

  @Test
  void acceptsConnectsReadsAndWrites() throws IOException {
    SocketChannel client = SocketChannel.open();
    ByteBuffer buffer = bytes(100);
    SocketChannel[] peer = new SocketChannel[1];
    Sample<Object> server =
        sequence(
            nothing -> Weft.accept(listener),
            accepted -> {
              peer[0] = (SocketChannel) accepted;
              return Weft.read(peer[0], buffer);
            },
            count -> Weft.write(peer[0], buffer.flip()));
    ByteBuffer answer = bytes(100);
    Object count =
        loop.run(
            sequence(
                nothing -> Weft.spawn(server),
                task -> Weft.yieldNow(), // so that accepting waits
                nothing -> Weft.connect(client, listener.getLocalAddress()),
                nothing -> Weft.write(client, ByteBuffer.wrap(new byte[] {1, 2, 3})),
                written -> Weft.read(client, answer)));
    assertEquals(3, count);
    assertArrayEquals(new byte[] {1, 2, 3, 0}, java.util.Arrays.copyOf(answer.array(), 4));
    assertFalse(client.isBlocking());
    assertFalse(peer[0].isBlocking());
    client.close();
    peer[0].close();
  }

  private boolean exhausted(java.nio.channels.SelectableChannel channel, int operation) {
    return loop.shell.isExhausted(channel, operation);
  }

  @Test
  void readsNothingInVainFromAStreamThatIsKnownToBeEmpty() throws IOException {
    ByteBuffer buffer = bytes(4);
    List<Boolean> empty = new ArrayList<>();
    Sample<Object> reader =
        sequence(
            nothing -> Weft.read(near, buffer), // has to wait, and so is watched
            three -> {
              empty.add(exhausted(near, OP_READ));
              far.write(ByteBuffer.wrap(new byte[] {4, 5, 6, 7, 8}));
              buffer.clear();
              return Weft.read(near, buffer);
            },
            four -> {
              assertEquals(4, four);
              empty.add(exhausted(near, OP_READ));
              buffer.clear();
              return Weft.read(near, buffer);
            },
            one -> {
              assertEquals(1, one);
              empty.add(exhausted(near, OP_READ));
              far.close();
              return Weft.read(near, buffer);
            });
    Task<?>[] task = new Task<?>[1];
    assertEquals(
        -1,
        loop.run(
            sequence(
                nothing -> Weft.spawn(reader),
                spawned -> {
                  task[0] = (Task<?>) spawned;
                  return Weft.yieldNow();
                },
                nothing -> {
                  far.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                  return Weft.join(task[0]);
                })));
    assertEquals(List.of(true, false, true), empty);
    assertFalse(exhausted(near, OP_READ)); // the end is no reason to wait for more
  }

  @Test
  void writesNothingInVainToAStreamThatIsKnownToBeFull() throws IOException {
    near.configureBlocking(false);
    ByteBuffer much = ByteBuffer.allocate(1 << 24);
    loop.run(
        sequence(
            nothing -> Weft.spawn(sequence(none -> Weft.writable(near))),
            task -> Weft.join((Task<?>) task),
            nothing -> Weft.write(near, much)));
    assertTrue(much.hasRemaining());
    assertTrue(exhausted(near, OP_WRITE));
  }

  @Test
  void triesDatagramsAsThereMayBeMore() throws IOException {
    try (DatagramChannel receiver = DatagramChannel.open();
        DatagramChannel sender = DatagramChannel.open()) {
      receiver.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      sender.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      sender.connect(receiver.getLocalAddress());
      receiver.connect(sender.getLocalAddress());
      Task<?>[] task = new Task<?>[1];
      Object count =
          loop.run(
              sequence(
                  nothing -> Weft.spawn(sequence(none -> Weft.read(receiver, bytes(100)))),
                  spawned -> {
                    task[0] = (Task<?>) spawned;
                    return Weft.yieldNow();
                  },
                  nothing -> {
                    sender.write(bytes(7));
                    return Weft.join(task[0]);
                  }));
      assertEquals(7, count);
      assertFalse(exhausted(receiver, OP_READ));
    }
  }

  @Test
  void aChannelOfAnotherProviderIsRefused() throws IOException {
    SelectorProvider other = new ForeignProvider(SelectorProvider.provider());
    try (Loop foreign = new Loop(other)) {
      IllegalStateException error =
          assertThrows(IllegalStateException.class, () -> foreign.run(awaitsRead(bytes(10))));
      assertTrue(error.getMessage().contains("open both with the same SelectorProvider"));
    }
  }

  @Test
  void readsTheEndAndNoRoom() {
    assertEquals(0, loop.run(awaitsRead(bytes(0))));
    assertEquals(
        -1,
        loop.run(
            sequence(
                nothing -> {
                  far.shutdownOutput();
                  return Weft.read(near, bytes(8));
                })));
  }

  private Sample<Object> awaitsRead(ByteBuffer buffer) {
    return sequence(nothing -> Weft.read(near, buffer));
  }

  @Test
  void aReaderAndAWriterWaitOnOneChannel() throws IOException {
    far.configureBlocking(false);
    ByteBuffer big = bytes(1 << 20);
    int[] written = {0};
    Sample<Object> writer =
        new Sample<>(
            "writer",
            (state, reply) -> {
              written[0] += state == 0 ? 0 : reply.<Integer>get();
              big.clear();
              return written[0] < 16 << 20 ? await(1, Weft.write(near, big)) : end("written");
            });
    ByteBuffer drain = bytes(1 << 20);
    int[] drained = {0};
    Sample<Object> peer =
        new Sample<>(
            "peer",
            (state, reply) -> {
              if (state == 0) {
                return await(1, Weft.yieldNow());
              }
              if (state == 1) { // by now both wait on the channel
                return await(2, Weft.write(far, ByteBuffer.wrap(new byte[] {42})));
              }
              drained[0] += state == 2 ? 0 : reply.<Integer>get();
              drain.clear();
              return drained[0] < written[0] || written[0] < 16 << 20
                  ? await(3, Weft.read(far, drain))
                  : end();
            });
    ByteBuffer one = bytes(1);
    Task<?>[] tasks = new Task<?>[3];
    loop.run(
        sequence(
            nothing -> Weft.spawn(awaitsRead(one)),
            task -> {
              tasks[0] = (Task<?>) task;
              return Weft.spawn(writer);
            },
            task -> {
              tasks[1] = (Task<?>) task;
              return Weft.spawn(peer);
            },
            task -> {
              tasks[2] = (Task<?>) task;
              return tasks[0];
            },
            count -> tasks[1],
            count -> tasks[2]));
    assertEquals(42, one.get(0));
    assertTrue(drained[0] >= 16 << 20);
  }

  @Test
  void aSecondReaderIsRefused() {
    Object error =
        loop.run(
            new Sample<>(
                "main",
                (state, reply) ->
                    switch (state) {
                      case 0 -> await(1, Weft.spawn(awaitsRead(bytes(1))));
                      case 1 -> await(2, Weft.yieldNow());
                      case 2 -> await(3, Weft.read(near, bytes(1)));
                      default -> end(reply.failure());
                    }));
    String message = ((IllegalStateException) error).getMessage();
    assertTrue(message.startsWith("another task is already waiting to read"), message);
  }

  @Test
  void aChannelClosedByAnotherTaskFailsWhoWaits() {
    for (String side : List.of("read", "write", "readable", "accept")) {
      Object error =
          loop.run(
              new Sample<>(
                  "main",
                  new Sample.Body() {
                    private Task<?> waiting;

                    @Override
                    public Sample.Next step(int state, Sample.Answer reply) throws Throwable {
                      switch (state) {
                        case 0:
                          return await(1, Weft.spawn(waitsFor(side)));
                        case 1:
                          waiting = reply.get();
                          return await(2, Weft.yieldNow());
                        case 2:
                          assertFalse(waiting.isDone());
                          (side.equals("accept") ? listener : near).close();
                          return await(3, waiting);
                        default:
                          return end(reply.failure());
                      }
                    }
                  }));
      assertTrue(error instanceof ClosedChannelException, side + ": " + error);
      reopen();
    }
    assertFalse(loop.shell.watching());
  }

  private Sample<Object> waitsFor(String side) {
    return switch (side) {
      case "read" -> awaitsRead(bytes(1));
      case "write" -> filling();
      case "readable" -> sequence(nothing -> Weft.readable(near));
      default -> sequence(nothing -> Weft.accept(listener));
    };
  }

  /** Writes until nothing more goes in, and then waits. */
  private Sample<Object> filling() {
    ByteBuffer big = bytes(1 << 20);
    return new Sample<>(
        "filling",
        (state, reply) -> {
          if (state > 0) {
            reply.get();
          }
          big.clear();
          return await(1, Weft.write(near, big));
        });
  }

  private void reopen() {
    try {
      near.close();
      far.close();
      listener.close();
      open();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aClosedChannelFailsAtOnce() throws IOException {
    near.close();
    assertThrows(ClosedChannelException.class, () -> loop.run(awaitsRead(bytes(1))));
    assertThrows(
        ClosedChannelException.class, () -> loop.run(sequence(nothing -> Weft.readable(near))));
  }

  @Test
  void cancellingWithdrawsTheInterestAndTakesNothing() {
    Task<?>[] task = new Task<?>[1];
    ByteBuffer buffer = bytes(4);
    Object count =
        loop.run(
            new Sample<>(
                "main",
                (state, reply) -> {
                  switch (state) {
                    case 0:
                      return await(1, Weft.spawn(awaitsRead(bytes(4))));
                    case 1:
                      task[0] = reply.get();
                      return await(2, Weft.yieldNow());
                    case 2:
                      assertTrue(loop.shell.watching());
                      return await(3, Weft.cancel(task[0]));
                    case 3:
                      assertFalse(loop.shell.watching());
                      return await(4, task[0]);
                    case 4:
                      assertTrue(reply.failure() instanceof CancellationException);
                      return await(5, Weft.write(far, ByteBuffer.wrap(new byte[] {7})));
                    case 5:
                      return await(6, Weft.read(near, buffer));
                    default:
                      return end(reply.get());
                  }
                }));
    assertEquals(1, count);
    assertEquals(7, buffer.get(0));
  }

  @Test
  void cancellingAfterReadinessTakesNothingEither() {
    Task<?>[] task = new Task<?>[1];
    ByteBuffer first = bytes(4);
    Sample<Object> reader = awaitsRead(first);
    Sample<Object> main =
        new Sample<>(
            "main",
            (state, reply) -> {
              switch (state) {
                case 0:
                  return await(1, Weft.spawn(reader));
                case 1:
                  task[0] = reply.get();
                  return await(2, Weft.yieldNow());
                case 2:
                  far.write(ByteBuffer.wrap(new byte[] {7}));
                  return await(3, Weft.yieldNow());
                case 3:
                  loop.shell.poll(0); // as if the tick had just polled: the reader is ready now
                  return await(4, Weft.cancel(task[0]));
                case 4:
                  return await(5, task[0]);
                case 5:
                  assertTrue(reply.failure() instanceof CancellationException);
                  return await(6, Weft.read(near, bytes(4)));
                default:
                  return end(reply.get());
              }
            });
    assertEquals(1, loop.run(main));
    assertEquals(0, first.position());
  }

  @Test
  void aRefusedConnectionFailsTheAwait() throws IOException {
    InetSocketAddress gone = (InetSocketAddress) listener.getLocalAddress();
    listener.close();
    try (SocketChannel client = SocketChannel.open()) {
      assertThrows(
          ConnectException.class, () -> loop.run(sequence(nothing -> Weft.connect(client, gone))));
    }
  }

  @Test
  void pipesAreChannelsToo() throws IOException {
    Pipe pipe = Pipe.open();
    ByteBuffer buffer = bytes(4);
    Task<?>[] task = new Task<?>[1];
    loop.run(
        sequence(
            nothing -> Weft.spawn(sequence(none -> Weft.read(pipe.source(), buffer))),
            spawned -> {
              task[0] = (Task<?>) spawned;
              return Weft.yieldNow();
            },
            nothing -> Weft.writable(pipe.sink()),
            nothing -> Weft.write(pipe.sink(), ByteBuffer.wrap(new byte[] {5})),
            count -> task[0]));
    assertEquals(5, buffer.get(0));
    pipe.source().close();
    pipe.sink().close();
  }

  @Test
  void partialWritesLoseNothing() throws IOException {
    near.setOption(StandardSocketOptions.SO_SNDBUF, 1 << 14);
    byte[] sent = new byte[1 << 20];
    new Random(1).nextBytes(sent);
    ByteBuffer out = ByteBuffer.wrap(sent);
    ByteBuffer in = ByteBuffer.allocate(sent.length);
    int[] writes = {0};
    Sample<Object> writer =
        new Sample<>(
            "writer",
            (state, reply) -> {
              if (state > 0) {
                assertTrue(reply.<Integer>get() > 0);
              }
              writes[0]++;
              return out.hasRemaining() ? await(1, Weft.write(near, out)) : end();
            });
    Sample<Object> reader =
        new Sample<>(
            "reader",
            (state, reply) -> {
              if (state > 0) {
                assertTrue(reply.<Integer>get() > 0);
              }
              return in.hasRemaining() ? await(1, Weft.read(far, in)) : end();
            });
    loop.run(sequence(nothing -> Weft.spawn(writer), task -> reader));
    assertArrayEquals(sent, in.array());
    assertTrue(writes[0] > 2, "it went in one piece, so this tests nothing");
  }

  @Test
  void readinessNobodyWaitsForDoesNotSpin() {
    // A byte arrives after its reader was answered once: the interest is still set with the system.
    int[] polls = {0};
    Object woken =
        loop.run(
            new Sample<>(
                "main",
                (state, reply) -> {
                  switch (state) {
                    case 0:
                      return await(1, Weft.spawn(awaitsRead(bytes(1))));
                    case 1:
                      return await(2, Weft.yieldNow());
                    case 2:
                      far.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                      return await(3, Weft.yieldNow());
                    case 3:
                      loop.shell.poll(0); // tells the reader, which takes one byte of three
                      return await(4, Weft.yieldNow());
                    default:
                      loop.shell.poll(0); // ready still, and nobody waits: the interest is dropped
                      polls[0] = interest();
                      return end();
                  }
                }));
    assertEquals(null, woken);
    assertEquals(0, polls[0]);
  }

  private int interest() {
    return ((dev.weft.loop.NioShell) loop.shell).interest(near);
  }

  @Test
  void aLoopDoesNotCloseTheChannelsItHasSeen() throws IOException {
    loop.run(sequence(nothing -> Weft.spawn(awaitsRead(bytes(1))), task -> Weft.yieldNow()));
    loop.close();
    assertTrue(near.isOpen());
    assertNotNull(near.getRemoteAddress());
  }
}
