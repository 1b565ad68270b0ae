// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/** Tight loops, between suspensions and around one. */
class KotlinLoops : Continuation<Unit> {
  private var continuation: Continuation<Answer>? = null

  /** Begins a coroutine that hashes [input] for each answer that it gets. */
  fun beginHashes(input: Input) {
    val result = suspend { hashes(input) }.startCoroutineUninterceptedOrReturn(this)
    check(result === COROUTINE_SUSPENDED) { "it has not asked" }
  }

  fun send(answer: Answer) {
    continuation!!.resume(answer)
  }

  /** Hashes [input] in a coroutine that suspends at a negative byte. */
  fun hash(input: Input) {
    val result = suspend { hashAll(input) }.startCoroutineUninterceptedOrReturn(this)
    check(result !== COROUTINE_SUSPENDED) { "there was a negative byte" }
  }

  private suspend fun ask(): Answer = suspendCoroutineUninterceptedOrReturn {
    continuation = it
    COROUTINE_SUSPENDED
  }

  private suspend fun hashes(input: Input) {
    while (ask() == Answer.MORE) {
      var hash = Input.SEED
      for (b in input.bytes) {
        hash = (hash xor b.toLong()) * Input.PRIME
      }
      input.hash = hash
    }
  }

  private suspend fun hashAll(input: Input) {
    var hash = Input.SEED
    for (b in input.bytes) {
      if (b < 0) {
        ask()
      }
      hash = (hash xor b.toLong()) * Input.PRIME
    }
    input.hash = hash
  }

  override val context: CoroutineContext
    get() = EmptyCoroutineContext

  override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}
