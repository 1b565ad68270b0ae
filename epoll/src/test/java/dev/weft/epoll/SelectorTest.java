// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static java.nio.channels.SelectionKey.OP_CONNECT;
import static java.nio.channels.SelectionKey.OP_READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.IllegalSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SelectorTest {
  private static final EpollProvider PROVIDER = EpollProvider.provider();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void aWakeUpBeforeTheSelectionEndsIt() throws IOException {
    try (Selector selector = PROVIDER.openSelector()) {
      for (int i = 0; i < 3; i++) {
        selector.wakeup().wakeup();
        assertEquals(0, selector.select());
        assertEquals(0, selector.selectNow());
      }
    }
  }

  @Test
  void aWakeUpOfAnotherThreadEndsTheSelection() throws Exception {
    try (Selector selector = PROVIDER.openSelector()) {
      Thread waker = new Thread(selector::wakeup);
      waker.start();
      assertEquals(0, selector.select());
      waker.join();
    }
  }

  @Test
  void anInterruptEndsTheSelectionAndIsKept() throws IOException {
    try (Selector selector = PROVIDER.openSelector()) {
      Thread.currentThread().interrupt();
      assertEquals(0, selector.select());
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void aClosedSelectorIsRefused() throws IOException {
    try (Connections it = new Connections()) {
      SelectionKey key = it.register(OP_READ);
      it.selector.close();
      assertFalse(key.isValid());
      assertFalse(it.channel.isRegistered());
      assertThrows(ClosedSelectorException.class, it.selector::selectNow);
      assertThrows(ClosedSelectorException.class, it.selector::keys);
      it.selector.wakeup();
      it.send("still there");
      assertEquals("still", it.read(5));
    }
  }

  @Test
  void aCancelledKeyIsDroppedAndTheChannelCanBeRegisteredAgain() throws IOException {
    try (Connections it = new Connections()) {
      SelectionKey key = it.register(OP_READ);
      key.cancel();
      assertThrows(CancelledKeyException.class, key::interestOps);
      assertThrows(CancelledKeyException.class, () -> it.register(OP_READ));
      assertEquals(0, it.now());
      assertTrue(it.selector.keys().isEmpty());
      it.register(OP_READ);
      it.send("abc");
      assertEquals(OP_READ, it.wait(1000));
    }
  }

  @Test
  void theNumberOfAClosedChannelIsKeptUntilTheNextSelection() throws IOException {
    try (Connections it = new Connections()) {
      it.register(OP_READ);
      Path number = Path.of("/proc/self/fd/" + ((EpollChannel) it.channel).descriptor().number);
      Path socket = Files.readSymbolicLink(number);
      it.channel.close();
      assertEquals(socket, Files.readSymbolicLink(number));
      assertEquals(-1, it.peer.read(ByteBuffer.allocate(1)), "but the peer knows at once");
      assertEquals(0, it.now());
      assertTrue(it.selector.keys().isEmpty());
      assertFalse(Files.exists(number) && socket.equals(Files.readSymbolicLink(number)));
      assertThrows(ClosedChannelException.class, () -> it.read(1));
    }
  }

  @Test
  void aChannelOfTheJdkIsRefused() throws IOException {
    try (Selector selector = PROVIDER.openSelector();
        SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      assertThrows(
          IllegalSelectorException.class,
          () -> channel.register(selector, SelectionKey.OP_CONNECT));
    }
  }

  @Test
  void connectsAndAccepts() throws IOException {
    try (Selector selector = PROVIDER.openSelector();
        ServerSocketChannel listener = PROVIDER.openServerSocketChannel();
        SocketChannel client = PROVIDER.openSocketChannel()) {
      listener.configureBlocking(false);
      listener.bind(new InetSocketAddress(HERE, 0));
      listener.register(selector, OP_ACCEPT);
      assertEquals(0, selector.selectNow());
      client.configureBlocking(false);
      SelectionKey key = client.register(selector, OP_CONNECT);
      assertFalse(client.isConnected());
      boolean connected = client.connect(listener.getLocalAddress());
      while (!connected) {
        selector.select(k -> {});
        connected = client.finishConnect();
      }
      key.interestOps(OP_READ);
      selector.select(k -> assertTrue(k.isAcceptable()));
      try (SocketChannel accepted = listener.accept()) {
        assertNull(listener.accept());
        assertEquals(client.getLocalAddress(), accepted.getRemoteAddress());
        assertEquals(listener.getLocalAddress(), client.getRemoteAddress());
        assertInstanceOf(
            Inet4Address.class, ((InetSocketAddress) client.getRemoteAddress()).getAddress());
        accepted.configureBlocking(false);
        assertEquals(3, accepted.write(ByteBuffer.allocate(3)));
      }
      selector.select(k -> assertTrue(k.isReadable()));
      assertEquals(3, client.read(ByteBuffer.allocate(10)));
    }
  }

  @Test
  void aRefusedConnectionFails() throws IOException {
    InetSocketAddress nobody;
    try (ServerSocketChannel listener = PROVIDER.openServerSocketChannel()) {
      listener.bind(new InetSocketAddress(HERE, 0));
      nobody = (InetSocketAddress) listener.getLocalAddress();
    }
    try (Selector selector = PROVIDER.openSelector();
        SocketChannel client = PROVIDER.openSocketChannel()) {
      client.configureBlocking(false);
      IOException refused =
          assertThrows(
              IOException.class,
              () -> {
                client.connect(nobody);
                client.register(selector, OP_CONNECT);
                selector.select(k -> {});
                client.finishConnect();
              });
      assertEquals("connect: Connection refused", refused.getMessage());
      assertFalse(client.isOpen());
    }
  }

  @Test
  void bothFamiliesCanBeAskedFor() throws IOException {
    for (StandardProtocolFamily family :
        new StandardProtocolFamily[] {StandardProtocolFamily.INET, StandardProtocolFamily.INET6}) {
      try (ServerSocketChannel listener = PROVIDER.openServerSocketChannel(family)) {
        listener.bind(new InetSocketAddress(0));
        InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
        assertTrue(address.getAddress().isAnyLocalAddress());
        try (SocketChannel client =
            SocketChannel.open(new InetSocketAddress("127.0.0.1", address.getPort()))) {
          assertTrue(client.isConnected());
        }
      }
    }
  }

  @Test
  void optionsAreSetAndRead() throws IOException {
    try (Connections it = new Connections()) {
      it.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      assertEquals(true, it.channel.getOption(StandardSocketOptions.TCP_NODELAY));
      assertEquals(-1, it.channel.getOption(StandardSocketOptions.SO_LINGER));
      it.channel.setOption(StandardSocketOptions.SO_LINGER, 7);
      assertEquals(7, it.channel.getOption(StandardSocketOptions.SO_LINGER));
      assertThrows(
          UnsupportedOperationException.class,
          () -> it.channel.getOption(StandardSocketOptions.IP_TOS));
    }
  }

  @Test
  void blockingModeIsRefusedWhereItWouldBlock() throws IOException {
    try (Connections it = new Connections()) {
      it.channel.configureBlocking(true);
      assertThrows(IllegalBlockingModeException.class, () -> it.read(1));
    }
  }

  @Test
  void aShutOutputIsTheEndForThePeer() throws IOException {
    try (Connections it = new Connections()) {
      it.channel.shutdownOutput();
      assertEquals(-1, it.peer.read(ByteBuffer.allocate(1)));
      assertThrows(ClosedChannelException.class, () -> it.channel.write(ByteBuffer.allocate(1)));
      it.channel.shutdownInput();
      assertNull(it.read(1));
    }
  }
}
