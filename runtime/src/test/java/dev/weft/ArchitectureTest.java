// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the packages of the runtime may know of each other and of the world. */
class ArchitectureTest {
  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.(**)").should().beFreeOfCycles().check(RUNTIME);
  }

  /** A user's module that requires this one is compiled without JSpecify. */
  @Test
  void theModuleAsksNothingOfItsUsers() throws IOException {
    try (InputStream file = Weft.class.getResourceAsStream("/module-info.class")) {
      ModuleDescriptor module = ModuleDescriptor.read(Objects.requireNonNull(file));
      for (ModuleDescriptor.Requires required : module.requires()) {
        Set<Modifier> modifiers = required.modifiers();
        assertFalse(modifiers.contains(Modifier.TRANSITIVE), required::toString);
        assertTrue(
            required.name().equals("java.base") || modifiers.contains(Modifier.STATIC),
            required::toString);
      }
    }
  }

  @Test
  void onlyTheJdkIsNeeded() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.weft.management")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.weft..", "java..", "javax..", "jdk.jfr", "org.jspecify.annotations")
        .check(RUNTIME);
  }

  /** Programs may run without the flight recorder. */
  @Test
  void onlyItsEventsKnowTheFlightRecorder() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.weft.jfr")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("jdk..")
        .check(RUNTIME);
  }

  /** It alone needs the modules that are for looking at other processes. */
  @Test
  void managementIsAnExtra() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.weft.management")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.weft.management", "java.lang.management", "javax.management..", "com.sun..")
        .check(RUNTIME);
    classes()
        .that()
        .resideInAPackage("dev.weft.management")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.weft..",
            "java..",
            "javax.management..",
            "com.sun.tools.attach",
            "org.jspecify.annotations")
        .check(RUNTIME);
  }

  /** A dump keeps nothing of the loop alive. */
  @Test
  void aDumpKnowsNothing() {
    classes()
        .that()
        .resideInAPackage("dev.weft.dump")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.weft.dump", "java..", "org.jspecify.annotations")
        .check(RUNTIME);
  }
}
