// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.step;

import static dev.weft.benchmarks.step.Answer.ENOUGH;
import static dev.weft.benchmarks.step.Answer.MORE;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A conversation by hand between two virtual threads: one asks, the other answers, and who has
 * handed over parks. There is a question or an answer on the table, never both.
 */
final class Handover {
  private volatile @Nullable Ask question;
  private volatile @Nullable Answer answer;
  private volatile @Nullable Thread asking;
  private volatile @Nullable Thread answering;

  /** Lets {@code asker} ask and answers it {@code rounds} times; then it must end. */
  void converse(int rounds, Runnable asker) {
    VirtualThreads.join(VirtualThreads.start(() -> answer(rounds, asker)));
  }

  private void answer(int rounds, Runnable asker) {
    answering = Thread.currentThread();
    Thread thread = VirtualThreads.start(asker);
    asking = thread;
    awaitQuestion();
    for (int round = 1; round < rounds; round++) {
      send(MORE);
      awaitQuestion();
    }
    send(ENOUGH);
    VirtualThreads.join(thread);
  }

  private void send(Answer reply) {
    question = null;
    answer = reply;
    LockSupport.unpark(asking);
  }

  private void awaitQuestion() {
    while (question == null) {
      LockSupport.park(this);
    }
  }

  /** On the asker's thread: hands over {@code next} and waits for the answer. */
  Answer ask(Ask next) {
    answer = null;
    question = next;
    LockSupport.unpark(answering);
    Answer reply = answer;
    while (reply == null) {
      LockSupport.park(this);
      reply = answer;
    }
    return reply;
  }
}
