// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Attributes the named classes in the last round and hands the result to a test. */
final class AttributingProcessor extends AbstractProcessor {
  private final List<String> owners;
  private final Consumer<Attribution.Result> test;
  private final boolean observes;
  private @Nullable Attribution attribution;

  AttributingProcessor(List<String> owners, boolean observes, Consumer<Attribution.Result> test) {
    this.owners = owners;
    this.observes = observes;
    this.test = test;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (attribution == null) {
      attribution = Attribution.of(processingEnv);
    }
    if (observes) {
      attribution.observe(round);
    }
    if (round.processingOver()) {
      try (Attribution.Result result = attribution.attribute(owners)) {
        test.accept(result);
      }
    }
    return false;
  }
}
