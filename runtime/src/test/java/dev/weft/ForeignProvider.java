// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/** A provider whose selectors select nothing. */
final class ForeignProvider extends SelectorProvider {
  private final SelectorProvider system;

  ForeignProvider(SelectorProvider system) {
    this.system = system;
  }

  @Override
  public AbstractSelector openSelector() {
    return new AbstractSelector(this) {
      @Override
      protected void implCloseSelector() {}

      @Override
      protected SelectionKey register(AbstractSelectableChannel channel, int ops, Object with) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Set<SelectionKey> keys() {
        return Set.of();
      }

      @Override
      public Set<SelectionKey> selectedKeys() {
        return Set.of();
      }

      @Override
      public int selectNow() {
        return 0;
      }

      @Override
      public int select(long timeout) {
        return 0;
      }

      @Override
      public int select() {
        return 0;
      }

      @Override
      public Selector wakeup() {
        return this;
      }
    };
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    return system.openDatagramChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    return system.openDatagramChannel(family);
  }

  @Override
  public Pipe openPipe() throws IOException {
    return system.openPipe();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return system.openServerSocketChannel();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    return system.openSocketChannel();
  }
}
