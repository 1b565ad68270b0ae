// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The limit in Java: a selector loop by hand. One selection, then for each channel that is ready
 * one read and one write. {@code OP_WRITE} is asked for only while the peer takes no more bytes,
 * and nothing is read meanwhile.
 */
final class HandWritten implements Runnable {
  private final Selector selector = Selector.open();
  private final Queue<SocketChannel> accepted = new ConcurrentLinkedQueue<>();

  private HandWritten() throws IOException {}

  public static void main(String[] args) throws IOException {
    HandWritten[] loops = new HandWritten[Server.loops(args)];
    for (int i = 0; i < loops.length; i++) {
      loops[i] = new HandWritten();
    }
    loops[0].accept(Server.listen(args), loops);
    for (HandWritten loop : loops) {
      new Thread(loop).start();
    }
    Server.answer();
  }

  @Override
  public void run() {
    try {
      for (; ; ) {
        selector.select(HandWritten::ready);
        for (SocketChannel peer = accepted.poll(); peer != null; peer = accepted.poll()) {
          add(peer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ready(SelectionKey key) {
    ((Connection) key.attachment()).ready();
  }

  /** What is attached to a key. */
  private interface Connection {
    void ready();
  }

  /** Accepts for all loops in turn. */
  private void accept(ServerSocketChannel listener, HandWritten[] loops) throws IOException {
    listener.configureBlocking(false);
    Connection acceptor =
        new Connection() {
          private int next;

          @Override
          public void ready() {
            try {
              for (SocketChannel peer = listener.accept(); peer != null; peer = listener.accept()) {
                loops[next].take(peer);
                next = (next + 1) % loops.length;
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    listener.register(selector, SelectionKey.OP_ACCEPT, acceptor);
  }

  private void take(SocketChannel peer) {
    accepted.add(peer);
    selector.wakeup();
  }

  private void add(SocketChannel peer) throws IOException {
    peer.configureBlocking(false);
    peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SelectionKey key = peer.register(selector, SelectionKey.OP_READ);
    key.attach(new Echo(peer, key));
  }

  private static final class Echo implements Connection {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Server.BUFFER);
    private final SocketChannel peer;
    private final SelectionKey key;
    private boolean writing;

    Echo(SocketChannel peer, SelectionKey key) {
      this.peer = peer;
      this.key = key;
    }

    @Override
    public void ready() {
      try {
        if (!writing) {
          if (peer.read(buffer) < 0) {
            peer.close();
            return;
          }
          buffer.flip();
        }
        peer.write(buffer);
        if (buffer.hasRemaining() != writing) {
          writing = !writing;
          key.interestOps(writing ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
        if (!writing) {
          buffer.clear();
        }
      } catch (IOException e) {
        close();
      }
    }

    private void close() {
      try {
        peer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
