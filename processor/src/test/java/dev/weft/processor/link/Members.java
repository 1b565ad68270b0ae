// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage.Access;
import dev.weft.processor.emit.Linkage.Hidden;
import dev.weft.processor.emit.Linkage.Mirror;
import java.util.List;

/** Short names for what mirrors declare. */
final class Members {
  private Members() {}

  static Mirror mirror(String name, String target, Hidden... members) {
    return new Mirror(name, target, List.of(members));
  }

  static Hidden nestmate(String declaring, String name, String descriptor) {
    return hidden(Access.NESTMATE, false, declaring, declaring, name, name, descriptor);
  }

  static Hidden staticNestmate(String declaring, String name, String descriptor) {
    return hidden(Access.NESTMATE, true, declaring, declaring, name, name, descriptor);
  }

  static Hidden constructor(String declaring, String descriptor) {
    Hidden create =
        hidden(Access.CONSTRUCTOR, true, declaring, declaring, "create", "<init>", descriptor);
    return declared(create, descriptor.replaceFirst("\\).*", ")V"));
  }

  static Hidden inherited(String host, String name, String descriptor) {
    return hidden(Access.PROTECTED, false, host, host, name, name, descriptor);
  }

  static Hidden staticInherited(String host, String name, String descriptor) {
    return hidden(Access.PROTECTED, true, host, host, name, name, descriptor);
  }

  static Hidden superCall(String host, String declaring, String name, String descriptor) {
    return hidden(Access.SUPER, false, host, declaring, "super_" + name, name, descriptor);
  }

  static Hidden outer(String host, String outer) {
    Hidden reading =
        hidden(Access.OUTER, false, host, host, "outer", "this$0", "()L" + outer + ";");
    return declared(reading, "L" + outer + ";");
  }

  /** The same member, in an interface. */
  static Hidden inInterface(Hidden member) {
    return with(member, member.mirrorName(), true, member.descriptor());
  }

  /** The same member, under another name in the mirror. */
  static Hidden named(String mirrorName, Hidden member) {
    return with(member, mirrorName, member.isInterface(), member.descriptor());
  }

  /** The same member, with another descriptor where it is declared. */
  static Hidden declared(Hidden member, String descriptor) {
    return with(member, member.mirrorName(), member.isInterface(), descriptor);
  }

  private static Hidden with(
      Hidden member, String mirrorName, boolean isInterface, String descriptor) {
    return new Hidden(
        mirrorName,
        member.mirrorDescriptor(),
        member.isField(),
        member.isStatic(),
        member.access(),
        member.host(),
        member.declaring(),
        isInterface,
        member.name(),
        descriptor);
  }

  private static Hidden hidden(
      Access access,
      boolean isStatic,
      String host,
      String declaring,
      String mirrorName,
      String name,
      String descriptor) {
    return new Hidden(
        mirrorName,
        descriptor,
        !descriptor.startsWith("("),
        isStatic,
        access,
        host,
        declaring,
        false,
        name,
        descriptor);
  }
}
