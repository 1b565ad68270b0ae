// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.tasks

import kotlin.time.Duration.Companion.nanoseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Kotlin's coroutines, on the event loop of `runBlocking`. */
class KotlinTasks : TaskPeer() {
    override fun sleepers(n: Int, asleep: Runnable) = runBlocking {
        repeat(n) {
            launch { delay(SECONDS_ASLEEP.seconds) }
        }
        yield()
        asleep.run()
        coroutineContext.cancelChildren()
    }

    override fun spawn(n: Int) = runBlocking {
        repeat(n) {
            launch { }.join()
        }
    }

    /** `delay` knows milliseconds only. */
    override fun exact() = false

    override fun timers(deadlines: Deadlines) = runBlocking {
        repeat(deadlines.size()) { number ->
            launch {
                delay(deadlines.set(number).nanoseconds)
                deadlines.fire(number)
            }
        }
    }

    override fun channel(n: Int) = runBlocking {
        val there = Channel<Int>(1)
        val back = Channel<Int>(1)
        launch {
            repeat(n) { back.send(there.receive()) }
        }
        repeat(n) {
            there.send(it)
            back.receive()
        }
    }

    override fun skynet(leaves: Int) = runBlocking { node(0, leaves).await() }

    private fun CoroutineScope.node(first: Long, leaves: Int): Deferred<Long> = async {
        if (leaves == 1) {
            first
        } else {
            val part = leaves / CHILDREN
            List(CHILDREN) { node(first + it * part.toLong(), part) }.sumOf { it.await() }
        }
    }

    companion object {
        /** Runs a scenario. */
        @JvmStatic
        fun main(arguments: Array<String>) = TaskProgram.run(KotlinTasks(), *arguments)
    }
}
