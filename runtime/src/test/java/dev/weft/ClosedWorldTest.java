// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The runtime finds nothing by name when it runs. A compiler that must see the whole program
 * before, such as GraalVM's native image, therefore needs no configuration for it.
 *
 * <p>Lambdas, records and atomic field updaters would reach their targets through {@code
 * java.lang.invoke} or by reflection too; such compilers know those by themselves.
 */
class ClosedWorldTest {
  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft");

  /** What may be asked of a class that one has: nothing by which to reach into it. */
  private static final Set<String> HARMLESS =
      Set.of(
          "getName",
          "getSimpleName",
          "getTypeName",
          "getModule",
          "isInstance",
          "isAssignableFrom",
          "cast");

  /** What a stack trace says of a module. */
  private static final Set<String> HARMLESS_OF_MODULES = Set.of("getName", "getDescriptor");

  private static final Set<String> BY_NAME =
      Set.of(
          "java.lang.ClassLoader",
          "java.lang.reflect.Proxy",
          "java.util.ResourceBundle",
          "java.util.ServiceLoader",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream");

  @Test
  void nothingReflects() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "sun..", "jdk..")
                .and(not(resideInAPackage("jdk.jfr")))) // events: such compilers know them
        .check(RUNTIME);
  }

  @Test
  void nothingIsLookedUpByName() {
    DescribedPredicate<JavaClass> lookups =
        describe("look up by name", type -> BY_NAME.contains(type.getName()));
    noClasses().should().dependOnClassesThat(lookups).check(RUNTIME);
  }

  @Test
  void noClassIsLookedInto() {
    DescribedPredicate<JavaAccess<?>> looks =
        describe(
            "ask a class for more than its name and module",
            access ->
                access.getTargetOwner().isEquivalentTo(Class.class)
                        && !HARMLESS.contains(access.getName())
                    || access.getTargetOwner().isEquivalentTo(Module.class)
                        && !HARMLESS_OF_MODULES.contains(access.getName()));
    noClasses().should().accessTargetWhere(looks).check(RUNTIME);
  }

  @Test
  void nothingIsNative() {
    noMethods().should().haveModifier(JavaModifier.NATIVE).check(RUNTIME);
  }
}
