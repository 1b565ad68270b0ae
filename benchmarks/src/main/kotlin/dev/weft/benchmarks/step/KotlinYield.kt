// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step

import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines that yield, on the event loop of `runBlocking`. */
object KotlinYield {
  /** Runs [tasks] coroutines, each of which yields [yields] times, until all have ended. */
  @JvmStatic
  fun all(tasks: Int, yields: Int) = runBlocking {
    repeat(tasks) {
      launch {
        repeat(yields) {
          yield()
        }
      }
    }
  }
}
