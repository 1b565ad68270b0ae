// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.tree.MethodTree;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.claim.Claim;
import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.emit.Emitted;
import dev.weft.processor.report.Diagram;
import dev.weft.processor.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Writes diagrams and report where the user expects them, if any are wanted. */
final class PictureFiles {
  static final String REPORT = "weft-report.html";

  private final Set<Diagram> kinds;
  private final @Nullable String path;
  private final Filer filer;
  private final Reporter reporter;
  private final Report report = new Report();

  /**
   * @param path where the report goes: empty for the folder of the machines' sources, null for no
   *     report
   */
  PictureFiles(Set<Diagram> kinds, @Nullable String path, Filer filer, Reporter reporter) {
    this.kinds = kinds;
    this.path = path;
    this.filer = filer;
    this.reporter = reporter;
  }

  /** Takes a machine, if there is anything to be drawn of it. */
  void add(Emitted machine, AttributedUnit unit, MethodTree tree) {
    if (path != null || !kinds.isEmpty()) {
      report.add(machine, unit.line(unit.end(tree) - 1), unit.elements());
    }
  }

  /** Writes what is wanted of the machines that were added. */
  void write(Elements elements, List<Claim> claims) {
    Map<String, Map<String, String>> diagrams = report.diagrams(kinds);
    for (Claim claim : claims) {
      Element owner = elements.getTypeElement(claim.owner());
      diagrams
          .getOrDefault(claim.machine(), Map.of())
          .forEach((end, text) -> writeBeside(claim.machine(), end, text, owner));
    }
    if (path == null) {
      return;
    }
    String page = report.page();
    if (path.isEmpty()) {
      write("", REPORT, page);
    } else {
      writeTo(path, page);
    }
  }

  private void writeBeside(String machine, String end, String text, Element owner) {
    int dot = machine.lastIndexOf('.');
    String packageName = dot < 0 ? "" : machine.substring(0, dot);
    write(packageName, machine.substring(dot + 1) + "." + end, text, owner);
  }

  /** Where javac has no folder for sources, it takes the one of the classes. */
  private void write(String packageName, String name, String text, Element... origin) {
    try (OutputStream out =
        filer
            .createResource(StandardLocation.SOURCE_OUTPUT, packageName, name, origin)
            .openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (FilerException | IllegalArgumentException e) {
      failed(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      failed(name, e.toString());
    }
  }

  /** In one step: who looks while javac runs sees the last report or this one, whole. */
  private void writeTo(String where, String page) {
    try {
      Path file = Path.of(where).toAbsolutePath();
      if (where.endsWith("/") || Files.isDirectory(file)) {
        file = file.resolve(REPORT);
      }
      Path folder = file.getParent();
      if (folder != null) { // else it is a root, and no file
        Files.createDirectories(folder);
      }
      // Not a temporary file, which others may not read.
      Path whole = file.resolveSibling(file.getFileName() + ".part");
      try {
        Files.write(whole, page.getBytes(StandardCharsets.UTF_8));
        move(whole, file);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (InvalidPathException | IOException e) {
      failed(where, e.toString());
    }
  }

  private static void move(Path whole, Path file) throws IOException {
    try {
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void failed(String what, String why) {
    reporter.reportWithoutPlace(Message.PICTURE_NOT_WRITTEN, what, why);
  }
}
