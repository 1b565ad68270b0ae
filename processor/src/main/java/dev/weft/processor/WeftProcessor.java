// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.google.auto.service.AutoService;
import dev.weft.processor.attribute.JavacEnvironment;
import dev.weft.processor.claim.Contract;
import dev.weft.processor.diagnostic.Message;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Where javac calls Weft. It looks at all classes, because those without an {@code @Async} method
 * may misuse Weft as well, and claims nothing: "*" would be everybody's annotations.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class WeftProcessor extends AbstractProcessor {
  private @Nullable Phases phases;
  private boolean refused;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  /** Those that are misspelt too: Weft says more about them than javac could. */
  @Override
  public Set<String> getSupportedOptions() {
    return phases == null ? Set.of() : Options.given(processingEnv);
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    try {
      // Before Phases is so much as named: without javac, its classes may not be there either.
      ProcessingEnvironment javac = JavacEnvironment.unwrap(env);
      phases = new Phases(javac, env.getFiler());
    } catch (IllegalArgumentException notJavac) {
      phases = null;
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (phases == null) {
      refuse(annotations);
    } else if (round.processingOver()) {
      phases.finish(round.errorRaised());
    } else {
      phases.claim(round);
    }
    return false;
  }

  /** Says once that this is not javac, and only to those who use Weft. */
  private void refuse(Set<? extends TypeElement> annotations) {
    if (!refused && annotations.stream().anyMatch(a -> Contract.isClass(a, Contract.ASYNC))) {
      refused = true;
      String compiler = processingEnv.getClass().getName();
      processingEnv
          .getMessager()
          .printMessage(Message.NOT_JAVAC.kind(), Message.NOT_JAVAC.text(compiler));
    }
  }

  /**
   * Claims {@code @Async}, which {@code -Xlint:processing} would otherwise call unclaimed. A
   * processor claims all that it supports or nothing, hence a second one; its name has to sort
   * after the first's, to be asked after it.
   */
  @AutoService(Processor.class)
  @SupportedAnnotationTypes(Contract.ASYNC)
  public static final class Claiming extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return true;
    }
  }
}
