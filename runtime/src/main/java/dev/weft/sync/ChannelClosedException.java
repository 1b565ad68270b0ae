// SPDX-License-Identifier: Apache-2.0
package dev.weft.sync;

/** The channel is closed, and the element that was to be sent is not in it. */
public class ChannelClosedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Makes one.
   *
   * @param message which channel
   */
  public ChannelClosedException(String message) {
    super(message);
  }
}
