// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network

import java.io.IOException
import java.net.StandardSocketOptions
import java.nio.ByteBuffer
import java.nio.channels.SelectableChannel
import java.nio.channels.SelectionKey
import java.nio.channels.Selector
import java.nio.channels.SocketChannel
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.function.Consumer
import kotlin.coroutines.Continuation
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.resume
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch
import kotlinx.coroutines.suspendCancellableCoroutine

/** A dispatcher that is a selector's loop: what waits for a channel goes on right in the selection. */
internal class SelectorDispatcher : CoroutineDispatcher(), Runnable {
  private val selector = Selector.open()
  private val dispatched = ConcurrentLinkedQueue<Runnable>()
  private val whenReady = Consumer<SelectionKey> { (it.attachment() as Readiness).ready() }
  @Volatile private var thread: Thread? = null

  override fun isDispatchNeeded(context: CoroutineContext) = Thread.currentThread() !== thread

  override fun dispatch(context: CoroutineContext, block: Runnable) {
    dispatched.add(block)
    selector.wakeup()
  }

  override fun run() {
    thread = Thread.currentThread()
    while (true) {
      selector.select(whenReady)
      while (true) {
        (dispatched.poll() ?: break).run()
      }
    }
  }

  fun register(channel: SelectableChannel): Readiness {
    channel.configureBlocking(false)
    val readiness = Readiness(channel.register(selector, 0))
    readiness.key.attach(readiness)
    return readiness
  }
}

/** One coroutine that waits for one channel. The interest stays as it is as long as the same is waited for. */
internal class Readiness(val key: SelectionKey) {
  private var waiting: Continuation<Unit>? = null

  suspend fun await(operation: Int) {
    if (key.interestOps() != operation) {
      key.interestOps(operation)
    }
    suspendCancellableCoroutine { waiting = it }
  }

  fun ready() {
    val continuation = waiting
    waiting = null
    continuation?.resume(Unit)
  }
}

/** Kotlin's coroutines on Java's selector: one for each connection. */
internal object CoroutineEcho {
  @JvmStatic
  fun main(args: Array<String>) {
    val loops = List(Server.loops(args)) { SelectorDispatcher() }
    val listener = Server.listen(args)
    val scope = CoroutineScope(SupervisorJob())
    scope.launch(loops[0]) {
      val readiness = loops[0].register(listener)
      var next = 0
      while (true) {
        readiness.await(SelectionKey.OP_ACCEPT)
        while (true) {
          val peer = listener.accept() ?: break
          val loop = loops[next]
          next = (next + 1) % loops.size
          scope.launch(loop) { echo(peer, loop) }
        }
      }
    }
    loops.forEach { Thread(it).start() }
    Server.answer()
  }

  private suspend fun echo(peer: SocketChannel, loop: SelectorDispatcher) {
    try {
      peer.use {
        peer.setOption(StandardSocketOptions.TCP_NODELAY, true)
        val readiness = loop.register(peer)
        val buffer = ByteBuffer.allocateDirect(Server.BUFFER)
        while (true) {
          readiness.await(SelectionKey.OP_READ)
          if (peer.read(buffer) < 0) return
          buffer.flip()
          peer.write(buffer)
          while (buffer.hasRemaining()) {
            readiness.await(SelectionKey.OP_WRITE)
            peer.write(buffer)
          }
          buffer.clear()
        }
      }
    } catch (_: IOException) {
      // as its end
    }
  }
}
