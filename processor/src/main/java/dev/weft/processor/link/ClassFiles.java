// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.objectweb.asm.tree.ClassNode;

/** The class files that this compile has written so far, by internal name. */
final class ClassFiles {
  private record Origin(String module, JavaFileObject source) {}

  private final Filer filer;
  private final Map<String, Origin> origins = new HashMap<>();
  private final Map<String, ClassFile> located = new HashMap<>();

  ClassFiles(Filer filer) {
    this.filer = filer;
  }

  void generated(String name, String module, JavaFileObject source) {
    origins.put(name, new Origin(module, source));
  }

  boolean haveBeenGenerated(Collection<String> names) {
    return origins.keySet().containsAll(names);
  }

  ClassNode read(String name) throws IOException {
    for (ClassFile candidate : candidates(name)) {
      try {
        ClassNode node = ClassCode.parse(candidate.read());
        if (node.name.equals(name)) {
          located.put(name, candidate);
          return node;
        }
      } catch (NoSuchFileException | FileNotFoundException e) {
        // Not here: the next place.
      }
    }
    throw new FileNotFoundException(
        "the class file of "
            + name
            + " cannot be found; does the compiler have an output directory (-d)?");
  }

  /** Replaces a class file that has been read before. */
  void write(ClassNode node) throws IOException {
    locate(node.name).write(ClassCode.assemble(node));
  }

  void delete(String name) throws IOException {
    read(name);
    locate(name).delete();
  }

  private ClassFile locate(String name) {
    ClassFile file = located.get(name);
    if (file == null) {
      throw new IllegalStateException(name + " was not read");
    }
    return file;
  }

  private List<ClassFile> candidates(String name) throws IOException {
    Origin origin = origins.get(name);
    if (origin == null) {
      throw new FileNotFoundException(name + " was not compiled");
    }
    int slash = name.lastIndexOf('/');
    String file = name.substring(slash + 1) + ".class";
    String pkg = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
    String moduleAndPackage = origin.module().isEmpty() ? pkg : origin.module() + "/" + pkg;

    List<ClassFile> candidates = new ArrayList<>();
    FileObject resource = filer.getResource(StandardLocation.CLASS_OUTPUT, moduleAndPackage, file);
    if (isOnDisk(resource.toUri())) {
      candidates.add(new ClassFile.OnDisk(Path.of(resource.toUri())));
    } else {
      candidates.add(new ClassFile.Managed(filer, resource, moduleAndPackage, file));
    }
    // Without -d, javac puts a class file beside its source.
    URI source = origin.source().toUri();
    if (isOnDisk(source)) {
      candidates.add(new ClassFile.OnDisk(Path.of(source).resolveSibling(file)));
    }
    return candidates;
  }

  private static boolean isOnDisk(URI uri) {
    return "file".equals(uri.getScheme());
  }
}
