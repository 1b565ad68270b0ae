// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.echo;

import static dev.weft.Weft.await;
import static dev.weft.Weft.connect;
import static dev.weft.Weft.done;
import static dev.weft.Weft.read;
import static dev.weft.Weft.spawn;
import static dev.weft.Weft.write;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One connection to an echo server.
 *
 * <p>It sends and receives at the same time, by two tasks on one socket. One task that sent all and
 * only then received would soon be stuck: a server stops reading when nobody takes what it writes.
 */
final class EchoClient implements AutoCloseable {
  private static final int CHUNK = 8192;

  private final SocketChannel channel;
  private final int number;
  private final int size;

  private EchoClient(SocketChannel channel, int number, int size) {
    this.channel = channel;
    this.number = number;
    this.size = size;
  }

  /** Connects. The number chooses the message that will be sent, of so many bytes. */
  @Async
  static Coroutine<EchoClient> to(SocketAddress address, int number, int size) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      await(connect(channel, address));
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
    return done(new EchoClient(channel, number, size));
  }

  /** Sends the message, checks that just this comes back, and closes. */
  @Async
  Coroutine<Void> talk() throws IOException {
    try (channel) {
      Task<Void> sender = await(spawn("sender " + number, send()));
      try {
        await(receive());
      } finally {
        await(EchoServer.stop(sender)); // it has ended, unless receiving failed
      }
    }
    return done();
  }

  @Async
  private Coroutine<Void> send() throws IOException {
    Message message = new Message(number);
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    for (int left = size; left > 0; left -= buffer.limit()) {
      buffer.clear().limit(Math.min(left, CHUNK));
      message.fill(buffer);
      buffer.flip();
      while (buffer.hasRemaining()) {
        await(write(channel, buffer));
      }
    }
    channel.shutdownOutput(); // so the server knows that this was all
    return done();
  }

  @Async
  private Coroutine<Void> receive() throws IOException {
    Message message = new Message(number);
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    int received = 0;
    while (await(read(channel, buffer)) >= 0) {
      buffer.flip();
      received += buffer.remaining();
      if (!message.matches(buffer)) {
        throw new IOException("another byte than was sent, among the first " + received);
      }
      buffer.clear();
    }
    if (received != size) {
      throw new IOException(received + " bytes came back, of " + size);
    }
    return done();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
