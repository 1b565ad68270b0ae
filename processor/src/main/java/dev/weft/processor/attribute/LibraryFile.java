// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** A library's class file, which tells the names of the classes it mentions when it is read. */
final class LibraryFile extends ForwardingJavaFileObject<JavaFileObject> {
  private final Consumer<String> mentions;

  LibraryFile(JavaFileObject file, Consumer<String> mentions) {
    super(file);
    this.mentions = mentions;
  }

  JavaFileObject file() {
    return fileObject;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    byte[] bytes;
    try (InputStream in = super.openInputStream()) {
      bytes = in.readAllBytes();
    }
    mentionedIn(bytes).forEach(mentions);
    return new ByteArrayInputStream(bytes);
  }

  private static Set<String> mentionedIn(byte[] bytes) {
    Set<String> names = new TreeSet<>();
    Remapper collector =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String internalName) {
            names.add(internalName);
            return internalName;
          }
        };
    try {
      new ClassReader(bytes)
          .accept(
              new ClassRemapper(new ClassVisitor(Opcodes.ASM9) {}, collector),
              ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IllegalArgumentException e) {
      // Newer than ASM knows: javac may still know it, and what it mentions may be found by other
      // ways.
      return Set.of();
    }
    return names;
  }
}
