// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup

import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** `runBlocking`, and one yield. */
object KotlinHello {
    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking { yield() }
}
