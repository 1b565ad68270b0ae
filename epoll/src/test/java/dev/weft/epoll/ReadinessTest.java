// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** To the user a key is ready for as long as there is something, whatever the system reports. */
@Timeout(30)
class ReadinessTest {
  private static final int LONG = 10_000;

  @Test
  void whatIsNotReadIsReportedAgain() throws IOException {
    try (Connections it = new Connections()) {
      it.register(OP_READ);
      it.send("abcdef");
      assertEquals(OP_READ, it.wait(LONG));
      assertEquals(OP_READ, it.now());
      assertEquals("abcd", it.read(4));
      assertEquals(OP_READ, it.now());
      assertEquals("ef", it.read(4));
      assertEquals(0, it.now());
    }
  }

  @Test
  void whatComesLaterIsReported() throws IOException {
    try (Connections it = new Connections()) {
      it.register(OP_READ);
      for (int i = 0; i < 3; i++) {
        it.send("abc");
        assertEquals(OP_READ, it.wait(LONG));
        assertEquals("abc", it.read(100));
        assertEquals("", it.read(100));
        assertEquals(0, it.now());
      }
    }
  }

  @Test
  void whatIsThereBeforeTheRegistrationIsReported() throws IOException {
    try (Connections it = new Connections()) {
      it.send("abc");
      it.register(OP_READ);
      assertEquals(OP_READ, it.wait(LONG));
    }
  }

  @Test
  void theEndBehindTheLastBytesIsReported() throws IOException {
    try (Connections it = new Connections()) {
      it.register(OP_READ);
      it.send("abc");
      it.peer.shutdownOutput();
      assertEquals(OP_READ, it.wait(LONG));
      assertEquals("abc", it.read(100));
      assertEquals(OP_READ, it.wait(LONG));
      assertNull(it.read(100));
      assertEquals(OP_READ, it.wait(LONG));
    }
  }

  @Test
  void aResetIsReportedAndFailsTheRead() throws IOException {
    try (Connections it = new Connections()) {
      it.register(OP_READ);
      it.peer.setOption(StandardSocketOptions.SO_LINGER, 0);
      it.peer.close();
      assertEquals(OP_READ, it.wait(LONG));
      assertThrows(IOException.class, () -> it.read(100));
    }
  }

  @Test
  void interestFoundLaterIsReported() throws IOException {
    try (Connections it = new Connections()) {
      SelectionKey key = it.register(0);
      it.send("abc");
      assertEquals(0, it.wait(100));
      key.interestOps(OP_READ);
      assertEquals(OP_READ, it.now());
      key.interestOpsAnd(0);
      assertEquals(0, it.now());
      key.interestOpsOr(OP_WRITE);
      assertEquals(OP_WRITE, it.wait(LONG));
    }
  }

  @Test
  void roomIsReportedOnceTheBufferIsNoLongerFull() throws IOException {
    try (Connections it = new Connections()) {
      it.register(OP_WRITE);
      assertEquals(OP_WRITE, it.wait(LONG));
      ByteBuffer chunk = ByteBuffer.allocateDirect(1 << 16);
      long sent = 0;
      while (it.wait(100) != 0) {
        sent += it.channel.write(chunk.clear());
      }
      assertEquals(0, it.channel.write(chunk.clear()));
      ByteBuffer all = ByteBuffer.allocate((int) sent);
      while (all.hasRemaining()) {
        assertTrue(it.peer.read(all) > 0);
      }
      assertEquals(OP_WRITE, it.wait(LONG));
      assertTrue(it.channel.write(chunk.clear()) > 0);
    }
  }

  @Test
  void theSetOfSelectedKeysIsKept() throws IOException {
    try (Connections it = new Connections()) {
      SelectionKey key = it.register(OP_READ);
      it.send("abc");
      assertEquals(1, it.selector.select(LONG));
      assertEquals(Set.of(key), it.selector.selectedKeys());
      assertEquals(0, it.selector.selectNow(), "nothing is new");
      assertTrue(key.isReadable());
      it.selector.selectedKeys().remove(key);
      assertEquals(1, it.selector.selectNow());
      key.interestOps(OP_READ | OP_WRITE);
      assertEquals(1, it.selector.selectNow());
      assertTrue(key.isReadable() && key.isWritable());
      it.selector.selectedKeys().clear();
      key.interestOps(0);
      assertEquals(0, it.selector.selectNow());
      assertFalse(it.selector.selectedKeys().contains(key));
    }
  }

  @Test
  void buffersOfBothKindsAreFilledAndEmptied() throws IOException {
    try (Connections it = new Connections()) {
      it.send("abcdefgh");
      it.register(OP_READ);
      assertEquals(OP_READ, it.wait(LONG));
      ByteBuffer[] parts = {
        ByteBuffer.allocate(5).position(2), ByteBuffer.allocateDirect(2), ByteBuffer.allocate(10)
      };
      assertEquals(8, it.channel.read(parts));
      assertEquals('a', parts[0].get(2));
      assertEquals('d', parts[1].get(0));
      assertEquals('h', parts[2].get(2));
      assertEquals(3, parts[2].position());
      parts[0].flip().position(2);
      parts[1].flip();
      assertEquals(8, it.channel.write(new ByteBuffer[] {parts[0], parts[1], parts[2].flip()}));
      ByteBuffer echo = ByteBuffer.allocate(8);
      while (echo.hasRemaining()) {
        assertTrue(it.peer.read(echo) > 0);
      }
      assertEquals("abcdefgh", new String(echo.array(), US_ASCII));
      assertThrows(
          IllegalArgumentException.class,
          () -> {
            it.send("x");
            assertEquals(OP_READ, it.wait(LONG));
            it.channel.read(ByteBuffer.allocate(8).asReadOnlyBuffer());
          });
    }
  }
}
