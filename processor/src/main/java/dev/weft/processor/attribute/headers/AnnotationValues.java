// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute.headers;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/**
 * Copies annotation values from the language model to a class file. The visitor's parameter is the
 * element's name.
 */
final class AnnotationValues
    extends SimpleAnnotationValueVisitor14<@Nullable Void, @Nullable String> {
  private final Signatures signatures;
  private final AnnotationVisitor out;

  AnnotationValues(Signatures signatures, AnnotationVisitor out) {
    this.signatures = signatures;
    this.out = out;
  }

  /** Copies all elements of an annotation. */
  void copy(AnnotationMirror annotation) {
    annotation
        .getElementValues()
        .forEach((element, value) -> value.accept(this, element.getSimpleName().toString()));
    out.visitEnd();
  }

  @Override
  protected @Nullable Void defaultAction(Object value, @Nullable String name) {
    out.visit(name, value);
    return null;
  }

  @Override
  public @Nullable Void visitType(TypeMirror type, @Nullable String name) {
    out.visit(name, Type.getType(signatures.descriptor(type)));
    return null;
  }

  @Override
  public @Nullable Void visitEnumConstant(VariableElement constant, @Nullable String name) {
    String owner = signatures.descriptor(Signatures.owner(constant).asType());
    out.visitEnum(name, owner, constant.getSimpleName().toString());
    return null;
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationMirror annotation, @Nullable String name) {
    String type = signatures.descriptor(annotation.getAnnotationType());
    new AnnotationValues(signatures, out.visitAnnotation(name, type)).copy(annotation);
    return null;
  }

  @Override
  public @Nullable Void visitArray(List<? extends AnnotationValue> values, @Nullable String name) {
    AnnotationVisitor array = out.visitArray(name);
    AnnotationValues nested = new AnnotationValues(signatures, array);
    values.forEach(value -> value.accept(nested, null));
    array.visitEnd();
    return null;
  }
}
