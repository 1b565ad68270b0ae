// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import dev.weft.processor.emit.Linkage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;

/** Links all machines of one nest. Nothing is written before everything has been worked out. */
final class NestLinking {
  private final Nest nest;
  private final boolean movesBodies;
  private final ClassFiles files;
  private final NestClasses owners;
  private final Accessors accessors;
  private final Map<String, EntryMethods> entries = new LinkedHashMap<>();
  private final List<ClassNode> linked = new ArrayList<>();

  /** Mirrors, and classes that go by another name now. */
  private final Set<String> obsolete = new LinkedHashSet<>();

  private NestLinking(Nest nest, ClassFiles files, boolean movesBodies) {
    this.nest = nest;
    this.movesBodies = movesBodies;
    this.files = files;
    this.owners = new NestClasses(files);
    this.accessors = new Accessors(owners, nest.host());
  }

  static void run(Nest nest, ClassFiles files) throws IOException {
    try {
      new NestLinking(nest, files, true).run();
    } catch (ClassTooLargeException | MethodTooLargeException e) {
      // One class file cannot hold what the user's and the machines' could.
      new NestLinking(nest, files, false).run();
    }
  }

  private void run() throws IOException {
    Map<Linkage, ClassNode> machines = new LinkedHashMap<>();
    for (Linkage linkage : nest.linkages()) {
      ClassNode machine = files.read(linkage.machine());
      if (machine.nestHostClass != null) {
        // Linked before, so left by an earlier compile: javac has reported an error and written no
        // new one.
        return;
      }
      ClassNode result = link(machine, linkage);
      entries
          .computeIfAbsent(linkage.owner(), name -> new EntryMethods(owners.change(name)))
          .replace(linkage, result);
      machines.put(linkage, result);
    }
    entries.values().forEach(EntryMethods::dropOrphans);
    if (movesBodies) {
      machines.forEach(
          (linkage, machine) ->
              OwnerBodies.move(machine, owners.change(linkage.owner()), linkage.method()));
    }
    joinNest();
    write();
  }

  /** Links a machine and the classes inside it; returns the machine. */
  private ClassNode link(ClassNode machine, Linkage linkage) throws IOException {
    Mirrors stands = new Mirrors(linkage.mirrors());
    LocalConstructors constructors = new LocalConstructors(linkage, stands, owners);
    MirrorUses uses = new MirrorUses(stands, accessors, owners);
    obsolete.addAll(stands.names());

    List<ClassNode> classes = new ArrayList<>();
    for (String member : Nest.members(machine)) {
      if (!stands.names().contains(member)) {
        classes.add(files.read(member));
      }
    }
    classes.forEach(node -> UserLines.mapIn(node, linkage));
    BodyClasses.places(classes, linkage, stands, owners)
        .forEach((name, place) -> takePlace(name, place, stands, classes));
    machine.methods.forEach(DirectHandlers::makeIn);
    UserLines.mapIn(machine, linkage);
    classes.add(0, machine);
    int first = linked.size();
    for (ClassNode node : classes) {
      constructors.callIn(node);
      uses.replaceIn(node);
      ClassNode result = stands.renamedIn(node);
      result.methods.forEach(DirectJumps::makeIn);
      linked.add(result);
    }
    return linked.get(first);
  }

  private void takePlace(String name, ClassNode place, Mirrors names, List<ClassNode> classes) {
    names.rename(name, place.name);
    obsolete.add(name);
    for (ClassNode node : classes) {
      if (node.name.equals(name)) {
        node.outerClass = place.outerClass;
        node.outerMethod = place.outerMethod;
        node.outerMethodDesc = place.outerMethodDesc;
      }
    }
  }

  private void joinNest() {
    ClassNode host = owners.change(nest.host());
    Set<String> members = new LinkedHashSet<>(Nest.members(host));
    for (ClassNode node : linked) {
      node.nestMembers = null;
      node.nestHostClass = host.name;
      members.add(node.name);
    }
    host.nestMembers = new ArrayList<>(members);
  }

  private void write() throws IOException {
    Map<String, byte[]> assembled = new LinkedHashMap<>();
    for (ClassNode node : linked) {
      assembled.put(node.name, ClassCode.assemble(node));
    }
    for (ClassNode node : owners.changed()) {
      assembled.put(node.name, ClassCode.assemble(node));
    }
    for (Map.Entry<String, byte[]> file : assembled.entrySet()) {
      files.write(file.getKey(), file.getValue());
    }
    for (String name : obsolete) {
      files.delete(name);
    }
  }
}
