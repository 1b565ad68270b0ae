// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.io.IOException;
import java.util.Arrays;

/** Netty, on the transport that comes before the other arguments: {@code nio|epoll|io_uring}. */
final class NettyEcho {
  private NettyEcho() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String[] others = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case "nio" -> serve(others, NioIoHandler.newFactory(), NioServerSocketChannel.class);
      case "epoll" -> serve(others, EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
      case "io_uring" ->
          serve(others, IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void serve(
      String[] args, IoHandlerFactory transport, Class<? extends ServerChannel> listener)
      throws IOException, InterruptedException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(Server.loops(args), transport);
    Echo echo = new Echo();
    new ServerBootstrap()
        .group(loops)
        .channel(listener)
        .option(ChannelOption.SO_BACKLOG, Server.BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel peer) {
                peer.pipeline().addLast(echo);
              }
            })
        .bind(Server.address(args))
        .sync();
    Server.answer();
  }

  @Sharable
  @SuppressWarnings("FutureReturnValueIgnored") // what fails comes to exceptionCaught
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      context.write(bytes, context.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable brokenOff) {
      context.close();
    }
  }
}
