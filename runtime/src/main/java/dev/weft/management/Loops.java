// SPDX-License-Identifier: Apache-2.0
package dev.weft.management;

import dev.weft.Loop;
import dev.weft.dump.LoopDump;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The bean {@value #NAME}, one for all loops of a JVM. It holds nothing, so it is always up to date
 * and never in the way of a loop that closes.
 *
 * <p>Nobody needs to register it beforehand: {@link Main} does so from outside, and so can any JMX
 * client, by {@code createMBean} with the name of this class. A program that wants it to be seen by
 * JConsole from the start calls {@link #register()}; that costs what it takes to load JMX.
 */
public final class Loops implements LoopsMXBean {
  /** The name that it is registered under. */
  public static final String NAME = "dev.weft:type=Loops";

  /** For JMX, and {@link #register()}. */
  public Loops() {}

  /** Registers the bean with the platform's server, unless it is there already. */
  public static void register() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      server.registerMBean(new Loops(), new ObjectName(NAME));
    } catch (InstanceAlreadyExistsException e) {
      // as it should be
    } catch (JMException e) {
      throw new IllegalStateException("cannot register " + NAME, e);
    }
  }

  @Override
  public String dump() {
    return Loop.dumpAll().stream().map(LoopDump::toString).collect(Collectors.joining("\n\n"));
  }

  @Override
  public String dumpJson() {
    return LoopDump.toJson(Loop.dumpAll());
  }
}
