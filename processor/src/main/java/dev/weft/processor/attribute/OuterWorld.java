// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import dev.weft.processor.attribute.headers.HeaderClass;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The nested compiler's class path: all that the outer compiler knows, but for the classes that are
 * compiled from text. The platform is the standard file manager's affair.
 */
final class OuterWorld extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final KnownClasses known;
  private final Set<String> texts;
  private final Elements elements;
  private final Types types;
  private final Map<String, HeaderFile> headers = new HashMap<>();
  private int rootsInUse;

  /** {@code texts} are the binary names of the classes that are compiled from text. */
  OuterWorld(
      StandardJavaFileManager platform,
      KnownClasses known,
      Set<String> texts,
      Elements elements,
      Types types)
      throws IOException {
    super(platform);
    this.known = known;
    this.texts = texts;
    this.elements = elements;
    this.types = types;
    // Otherwise this process's own class path is searched, and compiler plugins found on it are
    // started.
    platform.setLocation(StandardLocation.CLASS_PATH, List.of());
    platform.setLocation(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
  }

  // For all other locations the answer must stay the standard one: javac asks it about locations of
  // modules too.
  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    if (!kinds.contains(JavaFileObject.Kind.CLASS)) {
      return List.of();
    }
    Map<String, JavaFileObject> found = new HashMap<>();
    known.withoutFile(packageName).forEach((name, type) -> found.put(name, header(name, type)));
    useNewRoots();
    Set<JavaFileObject.Kind> classes = Set.of(JavaFileObject.Kind.CLASS);
    for (JavaFileObject file : super.list(location, packageName, classes, false)) {
      found.putIfAbsent(super.inferBinaryName(location, file), new LibraryFile(file, this::learn));
    }
    found.keySet().removeAll(texts);
    return found.values();
  }

  private void useNewRoots() throws IOException {
    if (known.roots().size() > rootsInUse) {
      fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, known.roots());
      rootsInUse = known.roots().size();
    }
  }

  private HeaderFile header(String binaryName, TypeElement type) {
    return headers.computeIfAbsent(
        binaryName,
        name ->
            new HeaderFile(
                name,
                () ->
                    HeaderClass.write(
                        type, known.initialises(type), elements, types, this::learn)));
  }

  private void learn(String internalName) {
    known.learn(internalName.replace('/', '.'));
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    if (file instanceof HeaderFile header) {
      return header.binaryName();
    }
    return super.inferBinaryName(
        location, file instanceof LibraryFile library ? library.file() : file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return (isOurs(a) || isOurs(b)) ? a.equals(b) : super.isSameFile(a, b);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return isOurs(file)
        ? location == StandardLocation.CLASS_PATH && !(file instanceof TextFile)
        : super.contains(location, file);
  }

  // The standard file manager throws on file objects that it did not make.
  private static boolean isOurs(FileObject file) {
    return file instanceof HeaderFile || file instanceof LibraryFile || file instanceof TextFile;
  }
}
