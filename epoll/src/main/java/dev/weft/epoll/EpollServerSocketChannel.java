// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A listener. */
final class EpollServerSocketChannel extends ServerSocketChannel implements EpollChannel {
  private static final int BACKLOG = 50;

  private final EpollProvider provider;
  private final Descriptor descriptor;
  private volatile @Nullable InetSocketAddress local;

  EpollServerSocketChannel(EpollProvider provider, Descriptor descriptor) throws IOException {
    super(provider);
    this.provider = provider;
    this.descriptor = descriptor;
    setOption(StandardSocketOptions.SO_REUSEADDR, true); // as the JDK does
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public boolean isConnected() {
    return false;
  }

  @Override
  public ServerSocketChannel bind(@Nullable SocketAddress address, int backlog) throws IOException {
    refuseClosed();
    if (local != null) {
      throw new AlreadyBoundException();
    }
    descriptor.bind(address == null ? new InetSocketAddress(0) : Addresses.resolved(address));
    descriptor.listen(backlog > 0 ? backlog : BACKLOG);
    local = descriptor.localAddress();
    return this;
  }

  @Override
  public @Nullable SocketChannel accept() throws IOException {
    refuseClosed();
    if (local == null) {
      throw new NotYetBoundException();
    }
    if (isBlocking()) {
      throw new IllegalBlockingModeException();
    }
    Descriptor peer = descriptor.accept();
    return peer == null ? null : new EpollSocketChannel(provider, peer, true);
  }

  @Override
  public @Nullable SocketAddress getLocalAddress() throws IOException {
    refuseClosed();
    return local;
  }

  @Override
  public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
    refuseClosed();
    Options.set(descriptor.number, Options.OF_LISTENERS, name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    refuseClosed();
    return Options.get(descriptor.number, Options.OF_LISTENERS, name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return Options.OF_LISTENERS;
  }

  /** Not supported: a socket's calls block. */
  @Override
  public ServerSocket socket() {
    throw new UnsupportedOperationException("a socket of an epoll channel");
  }

  private void refuseClosed() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  protected void implCloseSelectableChannel() {
    if (!isRegistered()) {
      descriptor.close();
    }
  }

  @Override
  protected void implConfigureBlocking(boolean block) {
    // The socket never blocks; in blocking mode, calls that might are refused.
  }

  @Override
  public String toString() {
    return "listener on " + local + (isOpen() ? "" : " (closed)");
  }
}
