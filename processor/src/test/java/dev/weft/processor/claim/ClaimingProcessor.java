// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import static java.util.stream.Collectors.joining;

import com.sun.source.util.Trees;
import dev.weft.processor.attribute.Attribution;
import dev.weft.processor.diagnostic.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Claims in each round, and writes down in the last one what was claimed. */
@SupportedAnnotationTypes("*")
final class ClaimingProcessor extends AbstractProcessor {
  private final @Nullable String nextRound;
  private @Nullable Claims claims;
  private @Nullable Attribution attribution;
  private boolean first = true;
  private List<String> classes = List.of();
  private final List<String> found = new ArrayList<>();

  /**
   * @param nextRound a source to generate in the first round, a class {@code Generated}, so that
   *     there is another one
   */
  ClaimingProcessor(@Nullable String nextRound) {
    this.nextRound = nextRound;
  }

  /**
   * {@code owner.method -> machine @ first line of the method in the attributed copy}, in the order
   * of claims.
   */
  List<String> found() {
    return found;
  }

  List<String> classes() {
    return classes;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    Trees trees = Trees.instance(env);
    claims = new Claims(env, env.getFiler(), trees, new Reporter(trees, env.getMessager()));
    attribution = Attribution.of(env);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (claims == null || attribution == null) {
      throw new IllegalStateException("not initialized");
    }
    try {
      attribution.observe(round);
      if (round.processingOver()) {
        finish(claims, attribution);
      } else {
        claims.take(round);
        generate();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return false;
  }

  private void generate() throws IOException {
    if (first && nextRound != null) {
      try (Writer out = processingEnv.getFiler().createSourceFile("Generated").openWriter()) {
        out.write(nextRound);
      }
    }
    first = false;
  }

  private void finish(Claims claims, Attribution attribution) throws IOException {
    classes = claims.classes();
    try (Attribution.Result result = attribution.attribute(classes)) {
      for (Claim claim : claims.claims()) {
        String lines =
            result.units().stream()
                .flatMap(unit -> Stream.ofNullable(claims.in(unit).get(claim)).map(unit::line))
                .map(String::valueOf)
                .collect(joining(" and "));
        found.add(claim.owner() + "." + claim.method() + " -> " + claim.machine() + " @ " + lines);
      }
    }
    for (Claim claim : claims.claims()) {
      claim.abandon();
    }
  }
}
