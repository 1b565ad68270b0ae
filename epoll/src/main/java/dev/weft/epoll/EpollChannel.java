// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

/** What the selector must know of a channel. */
interface EpollChannel {
  Descriptor descriptor();

  /** Whether it can be written to until the system says otherwise. */
  boolean isConnected();
}
