// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.sun.source.util.Trees;
import dev.weft.processor.analyse.Dump;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.attribute.Attribution;
import dev.weft.processor.claim.Claim;
import dev.weft.processor.claim.Claims;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Goes the way of the compiler as far as analysis, and keeps the dumps. */
@SupportedAnnotationTypes(Contract.ASYNC)
final class DumpingProcessor extends AbstractProcessor {
  private final Map<String, String> graphs = new TreeMap<>();
  private final Map<String, String> layouts = new TreeMap<>();
  private @Nullable Claims claims;
  private @Nullable Attribution attribution;

  /** By the machine's qualified name. */
  Map<String, String> graphs() {
    return graphs;
  }

  /** By the machine's qualified name. */
  Map<String, String> layouts() {
    return layouts;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (claims == null || attribution == null) {
      Trees trees = Trees.instance(processingEnv);
      Reporter reporter = new Reporter(trees, processingEnv.getMessager());
      claims = new Claims(processingEnv, processingEnv.getFiler(), trees, reporter);
      attribution = Attribution.of(processingEnv);
    }
    try {
      if (round.processingOver()) {
        dump(claims, attribution);
      } else {
        attribution.observe(round);
        claims.take(round);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private void dump(Claims claims, Attribution attribution) throws IOException {
    try (Attribution.Result attributed = attribution.attribute(claims.classes())) {
      for (AttributedUnit unit : attributed.units()) {
        claims
            .in(unit)
            .forEach(
                (claim, tree) -> {
                  Graph graph = Translation.graph(unit, claim, tree, new HashSet<>());
                  graphs.put(claim.machine(), Dump.of(graph));
                  layouts.put(claim.machine(), Dump.of(Layout.of(graph)));
                });
      }
      for (Claim claim : claims.claims()) {
        claim.abandon();
      }
    }
  }
}
