// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Vert.x, on NIO: a verticle for each loop. */
final class VertxEcho {
  private VertxEcho() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int loops = Server.loops(args);
    InetSocketAddress address = Server.address(args);
    NetServerOptions options =
        new NetServerOptions()
            .setHost(address.getHostString())
            .setPort(address.getPort())
            .setAcceptBacklog(Server.BACKLOG)
            .setTcpNoDelay(true);
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops))
        .deployVerticle(() -> new Echo(options), new DeploymentOptions().setInstances(loops))
        .await();
    Server.answer();
  }

  private static final class Echo extends VerticleBase {
    private final NetServerOptions options;

    Echo(NetServerOptions options) {
      this.options = options;
    }

    @Override
    public Future<?> start() {
      return vertx
          .createNetServer(options)
          .connectHandler(
              peer -> {
                peer.handler(peer::write);
                peer.exceptionHandler(brokenOff -> {});
              })
          .listen();
    }
  }
}
