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
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.objectweb.asm.tree.ClassNode;

/** The class files that this compile has written so far, by internal name. */
final class ClassFiles {
  private record Origin(TypeElement type, JavaFileObject source) {}

  private final Filer filer;
  private final Elements elements;
  private final Map<String, Origin> origins = new HashMap<>();
  private final Map<String, ClassFile> located = new HashMap<>();

  ClassFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  void generated(String name, TypeElement type, JavaFileObject source) {
    origins.put(name, new Origin(type, source));
  }

  boolean haveBeenGenerated(Collection<String> names) {
    return origins.keySet().containsAll(names);
  }

  boolean exists(String name) {
    try {
      readDeclarations(name);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  ClassNode read(String name) throws IOException {
    return read(name, ClassCode::parse);
  }

  /** Reads a class without the code of its methods. */
  ClassNode readDeclarations(String name) throws IOException {
    return read(name, ClassCode::parseDeclarations);
  }

  private ClassNode read(String name, Function<byte[], ClassNode> parse) throws IOException {
    for (ClassFile candidate : candidates(name)) {
      try {
        ClassNode node = parse.apply(candidate.read());
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
  void write(String name, byte[] bytes) throws IOException {
    locate(name).write(bytes);
  }

  void delete(String name) throws IOException {
    readDeclarations(name);
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
    List<ClassFile> candidates = new ArrayList<>();
    candidates.add(inOutput(origin, pkg, file));
    // Without -d, javac puts a class file beside its source.
    URI source = origin.source().toUri();
    if (isOnDisk(source)) {
      candidates.add(new ClassFile.OnDisk(Path.of(source).resolveSibling(file)));
    }
    return candidates;
  }

  private ClassFile inOutput(Origin origin, String pkg, String file) throws IOException {
    try {
      return inOutput(pkg, file);
    } catch (FilerException e) {
      // With several modules in one compile the module must be named, with one it must not.
      ModuleElement module = elements.getModuleOf(origin.type());
      if (module == null) {
        throw e;
      }
      return inOutput(module.getQualifiedName() + "/" + pkg, file);
    }
  }

  private ClassFile inOutput(String moduleAndPackage, String file) throws IOException {
    FileObject resource = filer.getResource(StandardLocation.CLASS_OUTPUT, moduleAndPackage, file);
    return isOnDisk(resource.toUri())
        ? new ClassFile.OnDisk(Path.of(resource.toUri()))
        : new ClassFile.Managed(filer, resource, moduleAndPackage, file);
  }

  private static boolean isOnDisk(URI uri) {
    return "file".equals(uri.getScheme());
  }
}
