// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import static java.util.Objects.requireNonNull;

import dev.weft.processor.emit.Emitted;
import dev.weft.processor.graph.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.util.Elements;

/** Collects the machines of one compilation, and prints what was asked for of them. */
public final class Report {
  private final List<Picture> pictures = new ArrayList<>();

  /**
   * Adds a machine, while the types that it was printed from can be asked.
   *
   * @param lastLine the line in the user's file that the method ends on
   * @param elements the compiler's in which the machine's types are
   */
  public void add(Emitted machine, int lastLine, Elements elements) {
    Method.Kind kind = machine.layout().graph().method().kind();
    String base = kind.basePackage() + "." + kind.baseName();
    pictures.add(Pictures.of(machine, lastLine, requireNonNull(elements.getTypeElement(base))));
  }

  /** The page of all machines, in the order in which they were added. */
  public String page() {
    return ReportPage.print(pictures);
  }

  /**
   * Diagrams of all machines.
   *
   * @return for each machine, by its qualified name, the text of each file by the end of its name
   */
  public Map<String, Map<String, String>> diagrams(Set<Diagram> kinds) {
    Map<String, Map<String, String>> diagrams = new LinkedHashMap<>();
    for (Picture picture : pictures) {
      Map<String, String> files = new LinkedHashMap<>();
      kinds.forEach(kind -> files.put(kind.extension(), kind.print(picture)));
      diagrams.put(picture.machine(), files);
    }
    return diagrams;
  }
}
