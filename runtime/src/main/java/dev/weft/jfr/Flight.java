// SPDX-License-Identifier: Apache-2.0
package dev.weft.jfr;

import jdk.jfr.FlightRecorder;

/**
 * Whether anything is recorded at all. Until the recorder is first used, no class of an event is
 * loaded.
 */
public final class Flight {
  private static final boolean PRESENT = isPresent();

  private Flight() {}

  /**
   * Tells whether the flight recorder is there and has been used: started from the command line, by
   * {@code jcmd}, or by a program. Any thread may call this; it costs a read or two.
   *
   * @return true if so; only then may the events of this package be touched
   */
  public static boolean isOn() {
    return PRESENT && FlightRecorder.isInitialized();
  }

  private static boolean isPresent() {
    try {
      boolean unused = FlightRecorder.isInitialized(); // isAvailable() would load much more
      return true;
    } catch (LinkageError absent) {
      return false; // the program runs without the module jdk.jfr
    }
  }
}
