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
import org.objectweb.asm.tree.ClassNode;

/** Links all machines of one nest. Nothing is written before everything has been worked out. */
final class NestLinking {
  private final Nest nest;
  private final ClassFiles files;
  private final NestClasses owners;
  private final Accessors accessors;
  private final Map<String, EntryMethods> entries = new LinkedHashMap<>();
  private final List<ClassNode> linked = new ArrayList<>();
  private final Set<String> mirrors = new LinkedHashSet<>();

  NestLinking(Nest nest, ClassFiles files) {
    this.nest = nest;
    this.files = files;
    this.owners = new NestClasses(files);
    this.accessors = new Accessors(owners);
  }

  void run() throws IOException {
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
    }
    entries.values().forEach(EntryMethods::dropOrphans);
    joinNest();
    write();
  }

  /** Links a machine and the classes inside it; returns the machine. */
  private ClassNode link(ClassNode machine, Linkage linkage) throws IOException {
    Mirrors stands = new Mirrors(linkage.mirrors());
    LocalConstructors constructors = new LocalConstructors(linkage);
    constructors.add(linkage, stands, owners);
    MirrorUses uses = new MirrorUses(stands, accessors, owners);
    mirrors.addAll(stands.names());

    List<ClassNode> classes = new ArrayList<>(List.of(machine));
    for (String member : Nest.members(machine)) {
      if (!stands.names().contains(member)) {
        classes.add(files.read(member));
      }
    }
    int first = linked.size();
    for (ClassNode node : classes) {
      constructors.callIn(node);
      uses.replaceIn(node);
      ClassNode result = stands.renamedIn(node);
      UserLines.mapIn(result, linkage.sourceFile(), linkage.lines());
      result.methods.forEach(DirectJumps::makeIn);
      linked.add(result);
    }
    return linked.get(first);
  }

  private void joinNest() {
    ClassNode host = owners.change(nest.host());
    List<String> members = new ArrayList<>(Nest.members(host));
    for (ClassNode node : linked) {
      node.nestMembers = null;
      node.nestHostClass = host.name;
      members.add(node.name);
    }
    host.nestMembers = members;
  }

  private void write() throws IOException {
    for (ClassNode node : linked) {
      files.write(node);
    }
    for (ClassNode node : owners.changed()) {
      files.write(node);
    }
    for (String mirror : mirrors) {
      files.delete(mirror);
    }
  }
}
