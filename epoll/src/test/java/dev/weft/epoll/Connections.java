// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A selector, and a connection of which one end is the JDK's and the other is under test. */
final class Connections implements AutoCloseable {
  final EpollProvider provider = EpollProvider.provider();
  final Selector selector = provider.openSelector();

  /** Blocks. */
  final SocketChannel peer;

  final SocketChannel channel;

  Connections() throws IOException {
    try (ServerSocketChannel listener = provider.openServerSocketChannel()) {
      listener.configureBlocking(false);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      peer = SocketChannel.open(listener.getLocalAddress());
      channel = listener.accept();
    }
    channel.configureBlocking(false);
  }

  SelectionKey register(int operations) throws IOException {
    return channel.register(selector, operations);
  }

  /** What the key is ready for, by a selection that does not wait. */
  int now() throws IOException {
    int[] ready = new int[1];
    int count = selector.selectNow(key -> ready[0] |= key.readyOps());
    return count == 0 ? 0 : ready[0];
  }

  /** What the key is ready for, by a selection that waits. */
  int wait(int millis) throws IOException {
    int[] ready = new int[1];
    int count = selector.select(key -> ready[0] |= key.readyOps(), millis);
    return count == 0 ? 0 : ready[0];
  }

  void send(String text) throws IOException {
    peer.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
  }

  /** Reads at most {@code most} bytes, null at the end. */
  String read(int most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(most);
    if (channel.read(buffer) < 0) {
      return null;
    }
    return US_ASCII.decode(buffer.flip()).toString();
  }

  @Override
  public void close() throws IOException {
    peer.close();
    channel.close();
    selector.close();
  }
}
