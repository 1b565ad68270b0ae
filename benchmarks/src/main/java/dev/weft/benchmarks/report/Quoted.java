// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.util.List;

/** The three figures that the README quotes. */
final class Quoted {
  static final List<Block> ALL =
      List.of(
          new Overview(
              "quoted",
              List.of(Peer.WEFT, Peer.HAND_WRITTEN, "kotlin", "virtual-threads", "netty-nio"),
              List.of(
                  new Overview.Row(
                      "a yield through the ready queue", StepTables.time("ready-yield-1")),
                  new Overview.Row(
                      "live heap of a sleeping task, one of a million", TaskTables.HEAP),
                  new Overview.Row(
                      "CPU of a server for an echo of 1 KiB, with 1,000 connections",
                      NetworkTables.echo(1024, 1_000, "cpu")))));

  private Quoted() {}
}
