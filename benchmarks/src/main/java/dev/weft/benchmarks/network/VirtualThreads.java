// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Virtual threads, one for each connection, that read and write and block; as many carriers as
 * loops.
 */
final class VirtualThreads {
  private VirtualThreads() {}

  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    String carriers = Integer.toString(Server.loops(args));
    System.setProperty("jdk.virtualThreadScheduler.parallelism", carriers);
    System.setProperty("jdk.virtualThreadScheduler.maxPoolSize", carriers);
    // Since JDK 21, and this is compiled for 17.
    MethodHandle start =
        MethodHandles.lookup()
            .findStatic(
                Thread.class, "startVirtualThread", methodType(Thread.class, Runnable.class))
            .asType(methodType(void.class, Runnable.class));
    ServerSocketChannel listener = Server.listen(args);
    new Thread(() -> accept(listener, start)).start();
    Server.answer();
  }

  private static void accept(ServerSocketChannel listener, MethodHandle start) {
    try {
      for (; ; ) {
        SocketChannel peer = listener.accept();
        peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Runnable echo = () -> echo(peer);
        start.invokeExact(echo);
      }
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void echo(SocketChannel peer) {
    try (peer) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(Server.BUFFER);
      while (peer.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          peer.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException brokenOff) {
      // as its end
    }
  }
}
