// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.NoConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection. */
final class EpollSocketChannel extends SocketChannel implements EpollChannel {
  private enum State {
    OPEN,
    CONNECTING,
    CONNECTED
  }

  private final Descriptor descriptor;
  private volatile State state;
  private volatile boolean inputShut;
  private volatile boolean outputShut;

  EpollSocketChannel(EpollProvider provider, Descriptor descriptor, boolean connected) {
    super(provider);
    this.descriptor = descriptor;
    this.state = connected ? State.CONNECTED : State.OPEN;
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  // ---- bytes

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    refuseUnconnected();
    return inputShut ? -1 : descriptor.read(buffer);
  }

  @Override
  public long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffers.length);
    long total = 0;
    for (int i = offset; i < offset + length; i++) {
      int count = read(buffers[i]);
      if (count < 0 && total == 0) {
        return count;
      }
      total += Math.max(count, 0);
      if (buffers[i].hasRemaining()) {
        break;
      }
    }
    return total;
  }

  @Override
  public int write(ByteBuffer buffer) throws IOException {
    refuseUnconnected();
    if (outputShut) {
      throw new ClosedChannelException();
    }
    return descriptor.write(buffer);
  }

  @Override
  public long write(ByteBuffer[] buffers, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffers.length);
    long total = 0;
    for (int i = offset; i < offset + length; i++) {
      total += write(buffers[i]);
      if (buffers[i].hasRemaining()) {
        break;
      }
    }
    return total;
  }

  private void refuseUnconnected() throws ClosedChannelException {
    refuseClosed();
    if (state != State.CONNECTED) {
      throw new NotYetConnectedException();
    }
    if (isBlocking()) {
      throw new IllegalBlockingModeException();
    }
  }

  @Override
  public SocketChannel shutdownInput() throws IOException {
    refuseUnconnected();
    inputShut = true;
    descriptor.shutdownInput();
    return this;
  }

  @Override
  public SocketChannel shutdownOutput() throws IOException {
    refuseUnconnected();
    outputShut = true;
    descriptor.shutdownOutput();
    return this;
  }

  // ---- connecting

  @Override
  public SocketChannel bind(@Nullable SocketAddress local) throws IOException {
    refuseClosed();
    descriptor.bind(local == null ? new InetSocketAddress(0) : Addresses.resolved(local));
    return this;
  }

  @Override
  public boolean connect(SocketAddress remote) throws IOException {
    refuseClosed();
    switch (state) {
      case CONNECTED -> throw new AlreadyConnectedException();
      case CONNECTING -> throw new ConnectionPendingException();
      default -> {}
    }
    if (isBlocking()) {
      throw new IllegalBlockingModeException();
    }
    InetSocketAddress address = Addresses.resolved(remote);
    try {
      boolean connected = descriptor.connect(address);
      state = connected ? State.CONNECTED : State.CONNECTING;
      return connected;
    } catch (IOException e) {
      close(); // as the JDK does
      throw e;
    }
  }

  @Override
  public boolean finishConnect() throws IOException {
    refuseClosed();
    if (state == State.OPEN) {
      throw new NoConnectionPendingException();
    }
    try {
      if (state == State.CONNECTING && descriptor.connected()) {
        state = State.CONNECTED;
      }
    } catch (IOException e) {
      close();
      throw e;
    }
    return state == State.CONNECTED;
  }

  @Override
  public boolean isConnected() {
    return state == State.CONNECTED;
  }

  @Override
  public boolean isConnectionPending() {
    return state == State.CONNECTING;
  }

  @Override
  public @Nullable SocketAddress getLocalAddress() throws IOException {
    refuseClosed();
    return descriptor.localAddress();
  }

  @Override
  public @Nullable SocketAddress getRemoteAddress() throws IOException {
    refuseClosed();
    return state == State.CONNECTED ? descriptor.remoteAddress() : null;
  }

  // ---- the rest

  @Override
  public <T> SocketChannel setOption(SocketOption<T> name, T value) throws IOException {
    refuseClosed();
    Options.set(descriptor.number, Options.OF_CONNECTIONS, name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    refuseClosed();
    return Options.get(descriptor.number, Options.OF_CONNECTIONS, name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return Options.OF_CONNECTIONS;
  }

  /** Not supported: a socket's calls block. */
  @Override
  public Socket socket() {
    throw new UnsupportedOperationException("a socket of an epoll channel");
  }

  private void refuseClosed() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  protected void implCloseSelectableChannel() {
    if (isRegistered()) {
      descriptor.shutdownOutput(); // the peer need not wait for the selector's next turn
    } else {
      descriptor.close();
    }
  }

  @Override
  protected void implConfigureBlocking(boolean block) {
    // The socket never blocks; in blocking mode, calls that might are refused.
  }

  @Override
  public String toString() {
    return "connection " + descriptor.number + (isOpen() ? "" : " (closed)");
  }
}
