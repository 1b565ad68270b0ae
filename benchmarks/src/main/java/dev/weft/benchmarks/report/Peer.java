// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.awt.Color;
import java.util.List;

/**
 * How a peer is shown.
 *
 * @param id as the results name it
 * @param name as a reader knows it
 * @param color of its points and lines
 */
record Peer(String id, String name, Color color) {
  static final String WEFT = "weft";
  static final String HAND_WRITTEN = "hand-written";

  /**
   * Weft alone has the strong warm colour. The others are told apart by those without eyes for red,
   * too.
   */
  private static final List<Peer> ALL =
      List.of(
          new Peer(WEFT, "Weft", new Color(0xD1410C)),
          new Peer(HAND_WRITTEN, "hand-written", new Color(0x222222)),
          new Peer("plain-method", "plain method", new Color(0x222222)),
          new Peer("kotlin", "Kotlin", new Color(0x7A52C7)),
          new Peer("virtual-threads", "virtual threads", new Color(0x0072B2)),
          new Peer("netty", "Netty", new Color(0x009E73)),
          new Peer("netty-nio", "Netty NIO", new Color(0x009E73)),
          new Peer("netty-epoll", "Netty epoll", new Color(0x5CC9A7)),
          new Peer("netty-io_uring", "Netty io_uring", new Color(0x00664A)),
          new Peer("weft-plain", "Weft, as one would write it first", new Color(0xE88A66)),
          new Peer("weft-epoll", "Weft on weft-epoll", new Color(0x8A2B08)),
          new Peer("c-epoll", "C epoll", new Color(0x8A8A8A)),
          new Peer("vertx", "Vert.x", new Color(0xCC79A7)),
          new Peer("scheduled-pool", "ScheduledThreadPoolExecutor", new Color(0x8C6D31)),
          new Peer("netty-wheel", "Netty's wheel (inexact)", new Color(0x009E73)),
          new Peer("go", "Go", new Color(0x56B4E9)),
          new Peer("tokio", "tokio", new Color(0xE69F00)),
          new Peer("asyncio", "asyncio", new Color(0xB5B000)),
          new Peer("uvloop", "asyncio on uvloop", new Color(0x777A00)),
          new Peer("node", "Node", new Color(0x6BA06B)),
          new Peer("empty-main", "an empty main", new Color(0x222222)),
          new Peer("javac-alone", "javac alone", new Color(0x222222)),
          new Peer("javac-machines", "javac alone, and the machines", new Color(0x8A8A8A)),
          new Peer("javac-with-weft", "javac with Weft", new Color(0xD1410C)));

  static Peer of(String id) {
    return ALL.stream()
        .filter(peer -> peer.id.equals(id))
        .findFirst()
        .orElseGet(() -> new Peer(id, id, Color.GRAY));
  }

  boolean isWeft() {
    return id.startsWith(WEFT);
  }
}
