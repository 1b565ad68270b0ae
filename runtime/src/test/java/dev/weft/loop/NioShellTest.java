// SPDX-License-Identifier: Apache-2.0
package dev.weft.loop;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // what is tested is that nobody waits for ever
class NioShellTest {

  @Test
  void aWakeUpBeforeThePollEndsIt() throws Exception {
    NioShell shell = NioShell.open(SelectorProvider.provider());
    shell.wakeup();
    assertFalse(shell.poll(Shell.FOREVER));
    shell.close();
  }

  @Test
  void aWakeUpBeforeThePollEndsItAlsoWhereAChannelIsWatched() throws Exception {
    NioShell shell = NioShell.open(SelectorProvider.provider());
    Pipe pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    shell.watch(pipe.source(), SelectionKey.OP_READ, () -> {});
    shell.wakeup();
    assertFalse(shell.poll(Shell.FOREVER));
    pipe.source().close();
    pipe.sink().close();
    shell.close();
  }
}
