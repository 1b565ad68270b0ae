// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import dev.weft.processor.diagnostic.Message;
import dev.weft.processor.diagnostic.Reporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Packages that several modules have which one run of javac compiles ({@code
 * --module-source-path}). Java allows that where no module reads both (JLS 7.4.3), but then the
 * name of a class does not tell which class it is, and names are all that outlives a round.
 */
final class SplitPackages {
  private final Elements elements;
  private final Reporter reporter;
  private final Map<String, Set<String>> modules = new TreeMap<>();

  SplitPackages(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  /** Whether there is one, which is then reported at each {@code @Async} method of the round. */
  boolean refuses(RoundEnvironment round, TypeElement async) {
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      modules
          .computeIfAbsent(elements.getPackageOf(root).toString(), name -> new TreeSet<>())
          .add(elements.getModuleOf(root).toString());
    }
    for (var split : modules.entrySet()) {
      if (split.getValue().size() > 1) {
        String names = String.join(", ", split.getValue());
        for (Element method : round.getElementsAnnotatedWith(async)) {
          reporter.report(
              Message.ASYNC_BESIDE_SPLIT_PACKAGE,
              method,
              method.getSimpleName(),
              split.getKey(),
              names);
        }
        return true;
      }
    }
    return false;
  }
}
