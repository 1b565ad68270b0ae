// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import java.util.List;

/**
 * What is left to do with one machine and its owner once javac has written their class files. All
 * class names are internal ones ({@code a/b/Owner$Inner}).
 *
 * @param owner the class that declares the method
 * @param nestHost the outermost class around the owner, or the owner itself
 * @param method its name
 * @param descriptor its erased descriptor
 * @param isStatic whether it is static; else the machine's constructor takes the owner's instance
 *     first
 * @param machine the machine's class; its constructor takes the owner's instance, if any, and the
 *     method's parameters
 * @param sourceFile the simple name of the user's file
 * @param lines the user's line for each line of the machine's source: entry {@code i} is for line
 *     {@code i + 1}, 0 where a line of the machine stands for none of the user's
 * @param callLines the same for what is called first in each, where that is on another; else 0
 * @param mirrors the stand-ins to be replaced
 */
public record Linkage(
    String owner,
    String nestHost,
    String method,
    String descriptor,
    boolean isStatic,
    String machine,
    String sourceFile,
    List<Integer> lines,
    List<Integer> callLines,
    List<Mirror> mirrors) {

  public Linkage {
    lines = List.copyOf(lines);
    callLines = List.copyOf(callLines);
    mirrors = List.copyOf(mirrors);
  }

  /**
   * A class of the machine's source that stands for a class of the user's.
   *
   * @param mirror its name, a nested class of the machine
   * @param target the class it stands for
   * @param members what it declares and the target does not, or not so
   * @param constructors those that take what a local class captures
   */
  public record Mirror(
      String mirror, String target, List<Hidden> members, List<LocalConstructor> constructors) {
    public Mirror {
      members = List.copyOf(members);
      constructors = List.copyOf(constructors);
    }

    public Mirror(String mirror, String target, List<Hidden> members) {
      this(mirror, target, members, List.of());
    }
  }

  /**
   * A constructor of the stand-in for a local class: the enclosing instance, if any, what the class
   * may capture, and the parameters that the user wrote.
   *
   * @param descriptor its erased descriptor, which may name mirrors
   * @param isInner whether the machine itself is the first parameter, as the enclosing instance of
   *     the stand-in
   * @param captured the names of the captured locals, in its order
   */
  public record LocalConstructor(String descriptor, boolean isInner, List<String> captured) {
    public LocalConstructor {
      captured = List.copyOf(captured);
    }
  }

  /** How the instruction that names a member of a mirror is to be replaced. */
  public enum Access {
    /** By the same instruction on the target class, as nestmates may. */
    NESTMATE,
    /**
     * By a call of an accessor in {@code Hidden.host} that makes a new object: {@code new
     * Target(...)}.
     */
    CONSTRUCTOR,
    /**
     * By a call of an accessor in {@code Hidden.host} that reads, writes or calls a protected
     * member.
     */
    PROTECTED,
    /**
     * By a call of an accessor in {@code Hidden.host} that does {@code super.m(...)}, or {@code
     * I.super.m(...)}.
     */
    SUPER,
    /**
     * By a read of the field of {@code Hidden.host} that holds the enclosing instance, {@code
     * this$0}.
     */
    OUTER
  }

  /**
   * A member of a mirror.
   *
   * @param mirrorName its name there
   * @param mirrorDescriptor its erased descriptor there, which may name mirrors
   * @param isField whether it is a field
   * @param isStatic whether it is static in the mirror
   * @param access what the instruction becomes
   * @param host the class that may name the member: where an accessor is added
   * @param declaring the class to be named by the instruction, as javac would name it from {@code
   *     host} (JLS 13.1): for {@link Access#NESTMATE} the one that declares the member, for {@link
   *     Access#PROTECTED} the type of the receiver or the qualifier, for {@link Access#SUPER} the
   *     direct superclass or superinterface through which it is called, for {@link
   *     Access#CONSTRUCTOR} the class to be made
   * @param isInterface whether {@code declaring} is an interface
   * @param name the member's own name; {@code <init>} for a constructor
   * @param descriptor the member's own erased descriptor, where it is declared. It differs from the
   *     one in the mirror where the host's superclass is generic, for a constructor, and for {@link
   *     Access#OUTER}, where it is the type of the enclosing instance
   */
  public record Hidden(
      String mirrorName,
      String mirrorDescriptor,
      boolean isField,
      boolean isStatic,
      Access access,
      String host,
      String declaring,
      boolean isInterface,
      String name,
      String descriptor) {}
}
