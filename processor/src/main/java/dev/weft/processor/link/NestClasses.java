// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.ClassNode;

/**
 * The user's classes of one nest, each read when first asked for and written back only if it was to
 * be changed.
 */
final class NestClasses {
  private final ClassFiles files;
  private final Map<String, ClassNode> read = new LinkedHashMap<>();
  private final Map<String, ClassNode> changed = new LinkedHashMap<>();

  NestClasses(ClassFiles files) {
    this.files = files;
  }

  ClassNode look(String name) {
    return read.computeIfAbsent(
        name,
        absent -> {
          try {
            return files.read(absent);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  ClassNode change(String name) {
    ClassNode node = look(name);
    changed.put(name, node);
    return node;
  }

  List<ClassNode> changed() {
    return new ArrayList<>(changed.values());
  }
}
