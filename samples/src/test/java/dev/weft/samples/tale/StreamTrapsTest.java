// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.samples.Output;
import dev.weft.samples.tale.Chapter6Streams.Pair;
import dev.weft.samples.tale.Chapter6Streams.Ready;
import dev.weft.samples.tale.Chapter6Streams.Spawn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamTrapsTest {

  @Async
  static Coroutine<Void> reader(SocketChannel stream, List<String> log) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1);
    await(Chapter6Streams.receive(stream, buffer));
    log.add(UTF_8.decode(buffer).toString());
    return done();
  }

  @Async
  static Coroutine<Void> twoReaders(Pair pair, List<String> log) throws IOException {
    await(new Spawn(reader(pair.left(), log)));
    await(new Spawn(reader(pair.left(), log)));
    await(Chapter6Streams.send(pair.right(), UTF_8.encode("a")));
    await(new Ready(OP_READ, pair.left()));
    await(Chapter6Streams.send(pair.right(), UTF_8.encode("b")));
    return done();
  }

  @Test
  void twoReadersOfOneStreamShareWhatComes() throws Exception {
    List<String> log = new ArrayList<>();
    try (Pair pair = Pair.open()) {
      new Chapter6Streams().run(twoReaders(pair, log));
    }
    assertEquals(List.of("a", "b"), log.stream().sorted().toList());
  }

  @Async
  static Coroutine<Void> oneReadsOneCloses(Pair pair, List<String> log) throws IOException {
    await(new Spawn(reader(pair.left(), log)));
    await(new Spawn(reader(pair.right(), log)));
    pair.left().close();
    return done();
  }

  @Test
  void whoReadsFromAClosedStreamIsToldSo() throws Throwable {
    List<String> log = new ArrayList<>();
    try (Pair pair = Pair.open()) {
      List<String> lines = Output.of(() -> new Chapter6Streams().run(oneReadsOneCloses(pair, log)));
      assertEquals(
          List.of(
              "loop: a task crashed: null",
              "loop: a task crashed: the stream ended 1 bytes too early"),
          lines.stream().sorted().toList());
    }
    assertEquals(List.of(), log);
  }
}
