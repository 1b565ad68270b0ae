// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage.Access;
import dev.weft.processor.emit.Linkage.Hidden;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Static methods of the user's classes through which a machine reaches what only these classes may
 * name.
 *
 * <pre>{@code
 * private static synthetic int weft$get_count(Echo self) { return self.count; }          // protected, elsewhere
 * private static synthetic void weft$super_close(Echo self) { super.close(); }
 * private static synthetic Echo weft$new(int size) { return new Echo(size); }
 * }</pre>
 *
 * <p>They are private, since the machine is a nestmate: so an interface can have them as well, and
 * no subclass sees them. Machines of one nest share them.
 */
final class Accessors {
  private record Key(
      Access access, String host, int opcode, String declaring, String name, String type) {}

  private final NestClasses owners;
  private final String nestHost;
  private final Map<Key, Handle> made = new HashMap<>();

  Accessors(NestClasses owners, String nestHost) {
    this.owners = owners;
    this.nestHost = nestHost;
  }

  Handle forMethod(Hidden member, String type) {
    int opcode =
        switch (member.access()) {
          case CONSTRUCTOR, SUPER -> Opcodes.INVOKESPECIAL;
          default ->
              member.isStatic()
                  ? Opcodes.INVOKESTATIC
                  : member.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    return accessor(member, opcode, type);
  }

  Handle forField(Hidden member, int opcode, String type) {
    return accessor(member, opcode, type);
  }

  private Handle accessor(Hidden member, int opcode, String type) {
    Key key =
        new Key(member.access(), member.host(), opcode, member.declaring(), member.name(), type);
    return made.computeIfAbsent(key, absent -> add(member, opcode, type));
  }

  private Handle add(Hidden member, int opcode, String type) {
    ClassNode host = owners.change(host(member));
    String descriptor = AccessorBody.descriptor(member, opcode, type);
    String name = freeName(host, baseName(member, opcode), descriptor);
    MethodNode method =
        new MethodNode(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            name,
            descriptor,
            null,
            null);
    AccessorBody.write(method, member, opcode, descriptor);
    host.methods.add(method);
    boolean inInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
    return new Handle(Opcodes.H_INVOKESTATIC, host.name, name, descriptor, inInterface);
  }

  /** The constructor may be that of a class of another file, which can be called from anywhere. */
  private String host(Hidden member) {
    boolean isForeign =
        member.access() == Access.CONSTRUCTOR
            && !member.host().equals(nestHost)
            && !member.host().startsWith(nestHost + "$");
    return isForeign ? nestHost : member.host();
  }

  private static String baseName(Hidden member, int opcode) {
    return switch (opcode) {
      case Opcodes.GETFIELD, Opcodes.GETSTATIC -> "weft$get_" + member.name();
      case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> "weft$set_" + member.name();
      case Opcodes.INVOKESPECIAL ->
          member.access() == Access.CONSTRUCTOR ? "weft$new" : "weft$super_" + member.name();
      default -> "weft$call_" + member.name();
    };
  }

  private static String freeName(ClassNode host, String base, String descriptor) {
    String name = base;
    for (int n = 2; isTaken(host, name, descriptor); n++) {
      name = base + "_" + n;
    }
    return name;
  }

  private static boolean isTaken(ClassNode host, String name, String descriptor) {
    return host.methods.stream()
        .anyMatch(method -> method.name.equals(name) && method.desc.equals(descriptor));
  }
}
