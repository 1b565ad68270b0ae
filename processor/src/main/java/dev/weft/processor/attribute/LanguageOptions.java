// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;

/**
 * The nested compiler's options: the same language and platform as the outer one's, and nothing
 * else.
 */
final class LanguageOptions {
  private LanguageOptions() {}

  static List<String> of(ProcessingEnvironment env) {
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-nowarn", "-implicit:none"));
    SourceVersion version = env.getSourceVersion();
    boolean older = version != SourceVersion.latest();
    options.add(older && usesHistoricalPlatform(env.getElementUtils()) ? "--release" : "--source");
    options.add(version.name().substring("RELEASE_".length()));
    if (env.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    return options;
  }

  /**
   * {@code --release} shows the platform as it was documented then: without what its modules keep
   * to themselves.
   */
  private static boolean usesHistoricalPlatform(Elements elements) {
    ModuleElement base = elements.getModuleElement("java.base");
    return base != null && elements.getTypeElement(base, "jdk.internal.misc.Unsafe") == null;
  }
}
