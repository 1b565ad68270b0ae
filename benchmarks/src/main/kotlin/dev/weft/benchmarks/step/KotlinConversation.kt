// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step

import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/** Conversations by hand: a suspension stores its raw continuation, and the answer resumes that. */
class KotlinConversation : Continuation<Unit> {
  private var continuation: Continuation<Answer>? = null
  private var question: Ask? = null

  /** Begins a chain of [depth] calls, whose leaf asks in a loop. */
  fun begin(depth: Int) = start { chain(depth) }

  /** Begins a loop of calls, each of which goes down a chain of [depth] and asks once. */
  fun beginRounds(depth: Int) = start { rounds(depth) }

  /** Answers; returns the next question, or null at the end. */
  fun send(answer: Answer): Ask? {
    continuation!!.resume(answer)
    return question
  }

  private fun start(body: suspend () -> Unit) {
    val result = body.startCoroutineUninterceptedOrReturn(this)
    check(result === COROUTINE_SUSPENDED) { "it has not asked" }
  }

  private suspend fun ask(): Answer = suspendCoroutineUninterceptedOrReturn {
    continuation = it
    question = Ask.ASK
    COROUTINE_SUSPENDED
  }

  private suspend fun chain(depth: Int): Answer {
    var last: Answer
    if (depth > 1) {
      last = chain(depth - 1)
    } else {
      do {
        last = ask()
      } while (last == Answer.MORE)
    }
    check(last != Answer.MORE) { "too early, at depth $depth" }
    return last
  }

  private suspend fun rounds(depth: Int) {
    while (call(depth) == Answer.MORE) {
      // The next round.
    }
  }

  private suspend fun call(depth: Int): Answer? {
    val answer = if (depth > 1) call(depth - 1) else ask()
    if (answer == null) {
      throw IllegalStateException("no answer, at depth $depth")
    }
    return answer
  }

  override val context: CoroutineContext
    get() = EmptyCoroutineContext

  override fun resumeWith(result: Result<Unit>) {
    question = null
    result.getOrThrow()
  }
}
