// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.SourceVersion;
import javax.tools.StandardLocation;

/**
 * The jars and directories of the outer class path, as far as they were needed. A processor cannot
 * ask for the class path, but the {@link Filer} tells where a class file on it lies.
 */
final class LibraryRoots {
  private static final List<StandardLocation> LOCATIONS =
      List.of(StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT);

  private final Filer filer;
  private final Set<Path> roots = new LinkedHashSet<>();

  LibraryRoots(Filer filer) {
    this.filer = filer;
  }

  Set<Path> roots() {
    return roots;
  }

  /** Looks for a class file; what is found is among the roots from then on. */
  boolean find(String binaryName) {
    if (!SourceVersion.isName(binaryName)) {
      return false; // javac would warn of the question
    }
    for (StandardLocation location : LOCATIONS) {
      Optional<Path> root = uri(location, binaryName).flatMap(uri -> root(uri, binaryName));
      if (root.isPresent()) {
        roots.add(root.get());
        return true;
      }
    }
    return false;
  }

  private Optional<URI> uri(StandardLocation location, String binaryName) {
    String packageName = SourceClasses.packageOf(binaryName);
    String file = binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
    try {
      return Optional.of(filer.getResource(location, packageName, file).toUri());
    } catch (IOException | RuntimeException e) {
      // Not there, or not to be asked for in this way: file managers differ in how they say so.
      return Optional.empty();
    }
  }

  private static Optional<Path> root(URI uri, String binaryName) {
    try {
      if ("jar".equals(uri.getScheme())) {
        // The part before "!/", still escaped, is the jar's own address.
        String inner = uri.getRawSchemeSpecificPart();
        URI jar = URI.create(inner.substring(0, inner.indexOf("!/")));
        return "file".equals(jar.getScheme()) ? Optional.of(Path.of(jar)) : Optional.empty();
      }
      return "file".equals(uri.getScheme())
          ? directory(Path.of(uri), binaryName)
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> directory(Path classFile, String binaryName) {
    // An output location names files that need not exist.
    Path root = Files.exists(classFile) ? classFile : null;
    long names = binaryName.chars().filter(c -> c == '.').count() + 1;
    for (long i = 0; i < names && root != null; i++) {
      root = root.getParent();
    }
    return Optional.ofNullable(root);
  }
}
