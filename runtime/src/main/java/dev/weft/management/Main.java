// SPDX-License-Identifier: Apache-2.0
package dev.weft.management;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The command {@code java -jar weft-runtime.jar [--json] <pid>}: prints what the tasks of another
 * JVM's loops are doing. That JVM needs no preparation, but must be of the same user.
 *
 * <p>It is asked over its local JMX connector, which is started if it is not yet, as JConsole does;
 * and since JMX can make a bean of any class that the JVM can load, it has {@link Loops} made
 * there. No agent is loaded, and nothing of this needs a flag.
 */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar weft-runtime.jar [--json] <pid>
      Prints what the tasks of a running JVM are doing. jps lists the JVMs.\
      """;

  private Main() {}

  /**
   * Prints the dump, or what is wrong.
   *
   * @param arguments the process id, and {@code --json} before it for JSON
   */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, System.err));
  }

  /** Returns the status to exit with: 0, 1 if it fails, or 2 for a wrong command line. */
  @SuppressWarnings("BanJNDI") // the address is that of the local process, as it told us itself
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    boolean json = arguments.size() == 2 && arguments.get(0).equals("--json");
    String process = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
    if (arguments.size() != (json ? 2 : 1) || !process.matches("\\d+")) {
      err.println(USAGE);
      return 2;
    }
    try (JMXConnector connector = JMXConnectorFactory.connect(connector(process))) {
      out.println(dump(connector.getMBeanServerConnection(), json ? "dumpJson" : "dump"));
      return 0;
    } catch (ReflectionException e) {
      err.println(
          "process "
              + process
              + " has no "
              + Loops.class.getName()
              + " on its class path. If it loads Weft otherwise, have it call Loops.register().");
    } catch (IOException | JMException | AttachNotSupportedException e) {
      err.println("cannot ask process " + process + ": " + e);
    }
    return 1;
  }

  private static JMXServiceURL connector(String process)
      throws IOException, AttachNotSupportedException {
    VirtualMachine machine = VirtualMachine.attach(process);
    try {
      return new JMXServiceURL(machine.startLocalManagementAgent());
    } finally {
      machine.detach();
    }
  }

  private static Object dump(MBeanServerConnection server, String operation)
      throws IOException, JMException {
    ObjectName name = new ObjectName(Loops.NAME);
    if (!server.isRegistered(name)) {
      try {
        server.createMBean(Loops.class.getName(), name);
      } catch (InstanceAlreadyExistsException e) {
        // somebody else was quicker
      }
    }
    return server.invoke(name, operation, new Object[0], new String[0]);
  }
}
