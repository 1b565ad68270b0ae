// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute.headers;

import static javax.lang.model.util.ElementFilter.constructorsIn;
import static javax.lang.model.util.ElementFilter.fieldsIn;
import static javax.lang.model.util.ElementFilter.methodsIn;
import static javax.lang.model.util.ElementFilter.typesIn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes one header class file. */
final class HeaderWriter {
  private static final String ANNOTATION = "java/lang/annotation/Annotation";

  private final Signatures signatures;
  private final ClassWriter out = new ClassWriter(0);

  HeaderWriter(Signatures signatures) {
    this.signatures = signatures;
  }

  byte[] write(TypeElement type, boolean initialises) {
    Set<String> interfaces = new LinkedHashSet<>();
    type.getInterfaces().forEach(i -> interfaces.add(signatures.internalName(i)));
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      interfaces.add(ANNOTATION);
    }
    out.visit(
        Opcodes.V17,
        Access.ofClassFile(type),
        signatures.internalName(type),
        signatures.signature(type),
        signatures.internalName(type.getSuperclass()),
        interfaces.toArray(new String[0]));
    type.getAnnotationMirrors().forEach(this::writeMetaAnnotation);
    // An enum whose constants have bodies is sealed in a way of its own: nobody else may extend it.
    if (type.getKind() != ElementKind.ENUM) {
      type.getPermittedSubclasses()
          .forEach(subclass -> out.visitPermittedSubclass(signatures.internalName(subclass)));
    }
    type.getRecordComponents()
        .forEach(
            component ->
                out.visitRecordComponent(
                    component.getSimpleName().toString(),
                    signatures.descriptor(component.asType()),
                    signatures.signature(component.asType())));
    fieldsIn(type.getEnclosedElements()).forEach(this::writeField);
    constructorsIn(type.getEnclosedElements()).forEach(this::writeMethod);
    methodsIn(type.getEnclosedElements()).forEach(this::writeMethod);
    if (initialises) {
      out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null).visitEnd();
    }
    writeInnerClasses(type);
    out.visitEnd();
    return out.toByteArray();
  }

  /** Only {@code @Target}, {@code @Repeatable} and their like say something that javac checks. */
  private void writeMetaAnnotation(AnnotationMirror annotation) {
    String type = signatures.descriptor(annotation.getAnnotationType());
    if (type.startsWith("Ljava/lang/annotation/")) {
      new AnnotationValues(signatures, out.visitAnnotation(type, true)).copy(annotation);
    }
  }

  private void writeField(VariableElement field) {
    out.visitField(
            Access.ofField(field),
            field.getSimpleName().toString(),
            signatures.descriptor(field.asType()),
            signatures.signature(field.asType()),
            constant(field.getConstantValue()))
        .visitEnd();
  }

  private static @Nullable Object constant(@Nullable Object value) {
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    } else if (value instanceof Character c) {
      return (int) c;
    } else if (value instanceof Byte || value instanceof Short) {
      return ((Number) value).intValue();
    }
    return value;
  }

  private void writeMethod(ExecutableElement method) {
    MethodVisitor visitor =
        out.visitMethod(
            Access.ofMethod(method),
            method.getSimpleName().toString(),
            signatures.descriptor(method),
            signatures.signature(method),
            method.getThrownTypes().stream().map(signatures::thrownName).toArray(String[]::new));
    if (Signatures.takesOuter(method)) {
      visitor.visitParameter(null, Opcodes.ACC_FINAL | Opcodes.ACC_MANDATED);
    }
    method
        .getParameters()
        .forEach(parameter -> visitor.visitParameter(parameter.getSimpleName().toString(), 0));
    if (method.getDefaultValue() != null) {
      AnnotationVisitor value = visitor.visitAnnotationDefault();
      method.getDefaultValue().accept(new AnnotationValues(signatures, value), null);
      value.visitEnd();
    }
    visitor.visitEnd();
  }

  /**
   * Every nested class that the file mentions must be listed, an outer one before what is in it.
   */
  private void writeInnerClasses(TypeElement type) {
    typesIn(type.getEnclosedElements()).forEach(signatures::internalName);
    Set<TypeElement> nested = new LinkedHashSet<>();
    List.copyOf(signatures.mentioned()).forEach(mentioned -> addNested(mentioned, nested));
    for (TypeElement inner : nested) {
      out.visitInnerClass(
          signatures.internalName(inner),
          signatures.internalName(Signatures.owner(inner)),
          inner.getSimpleName().toString(),
          Access.ofNested(inner));
    }
  }

  private static void addNested(TypeElement type, Set<TypeElement> nested) {
    if (type.getNestingKind() == NestingKind.MEMBER) {
      addNested(Signatures.owner(type), nested);
      nested.add(type);
    }
  }
}
