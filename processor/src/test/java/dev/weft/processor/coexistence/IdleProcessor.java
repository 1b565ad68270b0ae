// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Does nothing. javac warns of more as soon as there is any processor, and what it warns of then is
 * not Weft's doing.
 */
@SupportedAnnotationTypes("*")
public final class IdleProcessor extends AbstractProcessor {
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }

  /** Claims one annotation and does nothing with it, as Weft's second processor does. */
  @SupportedAnnotationTypes("dev.weft.Async")
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
