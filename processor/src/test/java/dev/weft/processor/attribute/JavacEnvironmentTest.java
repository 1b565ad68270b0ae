// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavacEnvironmentTest {
  @Test
  void findsJavacsEnvironmentInWrappers() {
    List<ProcessingEnvironment> found = new ArrayList<>();
    List<ProcessingEnvironment> expected = new ArrayList<>();
    var processor =
        new AbstractProcessor() {
          @Override
          public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
          }

          @Override
          public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            expected.add(processingEnv);
            found.add(JavacEnvironment.unwrap(processingEnv));
            found.add(JavacEnvironment.unwrap(proxy(processingEnv)));
            found.add(JavacEnvironment.unwrap(proxy(proxy(processingEnv))));
            return false;
          }
        };
    Compilation compilation =
        Compiler.javac()
            .withProcessors(processor)
            .compile(JavaFileObjects.forSourceString("A", "class A {}"));
    assertThat(compilation.errors()).isEmpty();
    assertThat(found).hasSize(expected.size() * 3);
    assertThat(Set.copyOf(found)).isEqualTo(Set.copyOf(expected));
  }

  @Test
  void saysThatTheCompilerIsNotJavac() {
    InvocationHandler handler = (proxy, method, arguments) -> null;
    ProcessingEnvironment foreign = proxy(handler);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> JavacEnvironment.unwrap(foreign));
    assertThat(e).hasMessageThat().contains("Weft works with javac only");
  }

  private static ProcessingEnvironment proxy(ProcessingEnvironment delegate) {
    return proxy(new Wrapper(delegate));
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            JavacEnvironmentTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  private record Wrapper(ProcessingEnvironment delegate) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(
        Object proxy, java.lang.reflect.Method method, Object @Nullable [] arguments)
        throws ReflectiveOperationException {
      return method.invoke(delegate, arguments);
    }
  }
}
