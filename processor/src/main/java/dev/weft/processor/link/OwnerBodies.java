// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives the code of a machine to the class whose lines it is made of.
 *
 * <pre>{@code
 * // as javac has written it                  // as it is run
 * class Echo_echo extends Machine<Void> {     class Echo_echo extends Machine<Void> {
 *   Object resume(Object reply) {               Object resume(Object reply) {
 *     for (;;) { switch (state) {...} }           return Echo.echo(this, reply);
 *   }                                           }
 * }                                           }
 *                                             class Echo {
 *                                               private static Object echo(Echo_echo machine, Object reply) {
 *                                                 for (;;) { switch (machine.state) {...} }
 *                                               }
 *                                             }
 * }</pre>
 *
 * <p>Debuggers look for a line of {@code Echo.java} in the class {@code Echo} and nowhere else, and
 * profilers and coverage tools report by class and method; so all of them find it. The method is
 * not synthetic, since these tools pass over those. It is static and takes the machine first, where
 * {@code this} was, so nothing in its code has to change. The lambdas in it come along.
 *
 * <p>What stays is what the machine does for itself: to choose between the parts of a divided body,
 * to find handlers, to say where it stands.
 */
final class OwnerBodies {
  private static final String RESUME = "(Ljava/lang/Object;)Ljava/lang/Object;";
  private static final Pattern PART = Pattern.compile("resume\\d+");

  private final ClassNode machine;
  private final ClassNode owner;
  private final String method;
  private final boolean inInterface;

  private final List<MethodNode> given = new ArrayList<>();

  /** Where the given methods are now, by their old names and descriptors. */
  private final Map<String, Handle> moved = new HashMap<>();

  private OwnerBodies(ClassNode machine, ClassNode owner, String method) {
    this.machine = machine;
    this.owner = owner;
    this.method = method;
    this.inInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
  }

  /**
   * Moves the code.
   *
   * @param machine linked otherwise
   * @param owner the user's class
   * @param method the name of the user's method
   */
  static void move(ClassNode machine, ClassNode owner, String method) {
    new OwnerBodies(machine, owner, method).move();
  }

  private void move() {
    List<MethodNode> lambdas = machine.methods.stream().filter(OrphanedLambdas::isLambda).toList();
    if (lambdas.stream().anyMatch(lambda -> lambda.name.equals(OrphanedLambdas.DESERIALIZE))) {
      return; // what was written out names the class that a lambda was made in
    }
    int number = 0;
    for (MethodNode lambda : lambdas) {
      while (hasMethod("lambda$" + method + "$" + number)) {
        number++;
      }
      machine.methods.remove(lambda);
      give(lambda, "lambda$" + method + "$" + number);
    }
    for (MethodNode body : bodies()) {
      machine.methods.set(machine.methods.indexOf(body), stub(body));
      give(body, nameOf(body));
    }
    given.forEach(this::followMoved);
    nameClasses();
  }

  private List<MethodNode> bodies() {
    List<MethodNode> all = machine.methods.stream().filter(m -> m.desc.equals(RESUME)).toList();
    List<MethodNode> parts = all.stream().filter(m -> PART.matcher(m.name).matches()).toList();
    return parts.isEmpty() ? all.stream().filter(m -> m.name.equals("resume")).toList() : parts;
  }

  /** The user's, and for a part of a large body the number of its first state behind it. */
  private String nameOf(MethodNode body) {
    String part = body.name.substring("resume".length());
    return part.isEmpty() ? method : method + "$" + part;
  }

  private static boolean isStatic(MethodNode method) {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  private String withMachine(String descriptor) {
    return "(L" + machine.name + ";" + descriptor.substring(1);
  }

  private boolean hasMethod(String name) {
    return owner.methods.stream().anyMatch(m -> m.name.equals(name));
  }

  private void give(MethodNode code, String name) {
    String key = code.name + code.desc;
    if (!isStatic(code)) {
      code.desc = withMachine(code.desc);
      nameMachine(code);
    }
    int synthetic = code.access & Opcodes.ACC_SYNTHETIC;
    code.access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | synthetic;
    code.name = name;
    code.visibleAnnotations = null; // @Override
    code.invisibleAnnotations = null;
    owner.methods.add(code);
    given.add(code);
    moved.put(
        key, new Handle(Opcodes.H_INVOKESTATIC, owner.name, code.name, code.desc, inInterface));
  }

  /** What was {@code this} is a variable like any other. */
  private static void nameMachine(MethodNode code) {
    if (code.localVariables == null) {
      return;
    }
    Set<String> taken = new HashSet<>();
    code.localVariables.forEach(variable -> taken.add(variable.name));
    String name = "machine";
    for (int n = 2; taken.contains(name); n++) {
      name = "machine" + n;
    }
    for (LocalVariableNode variable : code.localVariables) {
      if (variable.name.equals("this")) {
        variable.name = name;
        variable.signature = null; // of the machine's type variables
      }
    }
  }

  /** Without a line, so that debuggers step through it. */
  private MethodNode stub(MethodNode body) {
    MethodNode stub =
        new MethodNode(
            body.access,
            body.name,
            body.desc,
            body.signature,
            body.exceptions.toArray(new String[0]));
    stub.visitVarInsn(Opcodes.ALOAD, 0);
    stub.visitVarInsn(Opcodes.ALOAD, 1);
    stub.visitMethodInsn(
        Opcodes.INVOKESTATIC, owner.name, nameOf(body), withMachine(body.desc), inInterface);
    stub.visitInsn(Opcodes.ARETURN);
    stub.visitMaxs(2, 2);
    return stub;
  }

  private void followMoved(MethodNode code) {
    for (AbstractInsnNode instruction : code.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode dynamic) {
        for (int i = 0; i < dynamic.bsmArgs.length; i++) {
          if (dynamic.bsmArgs[i] instanceof Handle handle) {
            dynamic.bsmArgs[i] = followed(handle);
          }
        }
      }
    }
  }

  private Handle followed(Handle handle) {
    @Nullable Handle now =
        handle.getOwner().equals(machine.name)
            ? moved.get(handle.getName() + handle.getDesc())
            : null;
    return now == null ? handle : now;
  }

  /** A class file lists the nested classes that it mentions (JVMS 4.7.6). */
  private void nameClasses() {
    Set<String> listed = new HashSet<>();
    owner.innerClasses.forEach(inner -> listed.add(inner.name));
    List<InnerClassNode> missing = new ArrayList<>(machine.innerClasses);
    missing.removeIf(inner -> listed.contains(inner.name));
    owner.innerClasses.addAll(missing);
  }
}
