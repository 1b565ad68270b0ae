// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What each phase may know: of the other phases, and of the libraries. */
class ArchitectureTest {
  private static final String ROOT = "dev.weft.processor";

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.weft.(**)").should().beFreeOfCycles().check(PROCESSOR);
  }

  @Test
  void onlyTheFrontKnowsTheTreesOfJavac() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".graph..", ROOT + ".analyse..", ROOT + ".emit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.source..")
        .check(PROCESSOR);
  }

  @Test
  void picturesAreMadeOfModelsOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.sun.source..",
            ROOT + ".attribute..",
            ROOT + ".check..",
            ROOT + ".claim..",
            ROOT + ".lower..",
            ROOT + ".link..")
        .check(PROCESSOR);
  }

  @Test
  void onlyEmissionKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".emit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(PROCESSOR);
  }

  @Test
  void onlyAttributionAndTheLinkerKnowClassFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".attribute..", ROOT + ".link..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(PROCESSOR);
  }
}
