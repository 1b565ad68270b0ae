// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step

import java.util.concurrent.CompletableFuture
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlinx.coroutines.future.await
import org.openjdk.jmh.infra.Blackhole

/** Suspensions that do not happen. */
class KotlinCompleted(private val hole: Blackhole) : Continuation<Unit> {
  /** Calls a function that suspends if it is given null. */
  fun calls(answers: Array<Answer>) = run {
    for (answer in answers) {
      hole.consume(other(answer))
    }
  }

  /** Calls a function that never suspends. */
  fun values(answers: Array<Answer>) = run {
    for (answer in answers) {
      hole.consume(of(answer))
    }
  }

  /** Awaits futures that are complete. */
  fun futures(futures: List<CompletableFuture<Answer>>) = run {
    for (future in futures) {
      hole.consume(future.await())
    }
  }

  private fun run(body: suspend () -> Unit) {
    val result = body.startCoroutineUninterceptedOrReturn(this)
    check(result !== COROUTINE_SUSPENDED) { "it has suspended" }
  }

  private suspend fun other(known: Answer?): Answer {
    val answer = known ?: never()
    return if (answer == Answer.MORE) Answer.ENOUGH else Answer.MORE
  }

  private suspend fun never(): Answer = suspendCoroutineUninterceptedOrReturn { COROUTINE_SUSPENDED }

  // The modifier is the point: this is called as any suspend function is.
  @Suppress("RedundantSuspendModifier")
  private suspend fun of(answer: Answer): Answer = answer

  override val context: CoroutineContext
    get() = EmptyCoroutineContext

  override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}
