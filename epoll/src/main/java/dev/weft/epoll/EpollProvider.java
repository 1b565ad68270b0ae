// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * Selectors, listeners and connections that call Linux themselves, by the foreign-function API.
 *
 * <pre>{@code
 * SelectorProvider provider = EpollProvider.provider();
 * try (Loop loop = new Loop(provider)) {
 *   loop.run(serve(provider.openServerSocketChannel()));
 * }
 * }</pre>
 *
 * <p>They are used like those of the JDK, with these differences:
 *
 * <ul>
 *   <li>They are for a loop. In blocking mode, what might block throws {@link
 *       java.nio.channels.IllegalBlockingModeException}.
 *   <li>A channel belongs to the thread of the selector that it is registered with. Other threads
 *       may close it, and nothing else.
 *   <li>A channel is registered with one selector at a time.
 *   <li>After a read that found less than it asked for, reads find nothing until the selector has
 *       selected again; likewise writes.
 * </ul>
 */
public final class EpollProvider extends SelectorProvider {
  private static final EpollProvider INSTANCE = new EpollProvider();

  private EpollProvider() {}

  /**
   * Returns the provider.
   *
   * @return the only one
   * @throws UnsupportedOperationException if {@link #isAvailable} is false
   */
  public static EpollProvider provider() {
    if (!isAvailable()) {
      throw new UnsupportedOperationException(
          "there is no epoll on "
              + System.getProperty("os.name")
              + ", "
              + System.getProperty("os.arch"));
    }
    return INSTANCE;
  }

  /**
   * Tells whether this is a system that the provider knows: Linux on x86-64 or on 64-bit ARM.
   *
   * @return true if so
   */
  public static boolean isAvailable() {
    String architecture = System.getProperty("os.arch");
    return System.getProperty("os.name").equals("Linux")
        && (architecture.equals("amd64") || architecture.equals("aarch64"));
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return new EpollSelector(this);
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return new EpollServerSocketChannel(this, Descriptor.open());
  }

  @Override
  public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
    return new EpollServerSocketChannel(this, Descriptor.open(Addresses.family(family)));
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    return new EpollSocketChannel(this, Descriptor.open(), false);
  }

  @Override
  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    return new EpollSocketChannel(this, Descriptor.open(Addresses.family(family)), false);
  }

  /** Not supported. */
  @Override
  public DatagramChannel openDatagramChannel() {
    throw new UnsupportedOperationException("datagrams over epoll");
  }

  /** Not supported. */
  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) {
    throw new UnsupportedOperationException("datagrams over epoll");
  }

  /** Not supported. */
  @Override
  public Pipe openPipe() {
    throw new UnsupportedOperationException("pipes over epoll");
  }
}
