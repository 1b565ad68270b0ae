// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.PrivateTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Prints one machine and tells the linker about it. */
public final class Emission {
  private final Layout layout;
  private final Method method;
  private final Types types;
  private final Elements elements;
  private final PackageElement home;
  private final Descriptors descriptors;
  private final ClassName machine;
  private final List<TypeParameterElement> parameters;

  private Emission(Layout layout, Types types, Elements elements) {
    this.layout = layout;
    this.method = layout.graph().method();
    this.types = types;
    this.elements = elements;
    this.home = elements.getPackageOf(method.owner());
    this.descriptors = new Descriptors(types, elements);
    String qualified = method.machine();
    this.machine =
        ClassName.get(
            home.getQualifiedName().toString(),
            qualified.substring(qualified.lastIndexOf('.') + 1));
    this.parameters =
        TypeVariables.of(method).stream().filter(p -> !layout.graph().isReplaced(p)).toList();
  }

  /**
   * The machine of an analysed graph.
   *
   * @throws UnsupportedCodeException if the body needs what cannot be printed
   */
  public static Emitted of(Layout layout, Types types, Elements elements) {
    try {
      return new Emission(layout, types, elements).emit();
    } catch (UnsupportedCodeException e) {
      throw e.at(null, layout.graph().method().line());
    }
  }

  private Emitted emit() {
    Map<TypeParameterElement, String> renamed = TypeVariables.renamed(parameters);
    Set<String> taken = new HashSet<>(Set.of(machine.simpleName()));
    StandIns standIns = new StandIns(new PrivateTypes(types, layout.graph()), machine, taken);
    TypeNames typeNames = typeNames(renamed, standIns);
    parameters.forEach(parameter -> taken.add(typeNames.name(parameter)));
    Names names = new Names(layout);
    Mirrors mirrors = new Mirrors(taken);
    CodePrinter codes = new CodePrinter(layout, names, typeNames, mirrors);
    Printing printing = new Printing(layout, names, typeNames, codes, types);
    String owner = descriptors.binaryName(method.owner());
    TypeSpec.Builder type = new MachinePrinter(printing).print(machine, parameters, owner);
    MemberTypes memberTypes = new MemberTypes(types);
    LocalTypes localTypes = new LocalTypes(layout.graph(), types);
    mirrors.all().forEach(mirror -> print(mirror, names.hidden(), standIns, memberTypes, type));
    print(standIns, localTypes, renamed, type);
    TypeSpec machineType = type.build();
    LineTable table = LineTable.of(text(machineType));
    Linkage linkage = linkage(table, mirrors, standIns, memberTypes, localTypes);
    List<Emitted.Field> fields = Fields.of(machineType, layout, names);
    return new Emitted(table.text(), linkage, layout, table.states(), fields);
  }

  private void print(
      Mirror mirror,
      String hidden,
      StandIns standIns,
      MemberTypes memberTypes,
      TypeSpec.Builder type) {
    List<TypeParameterElement> own = TypeVariables.of(mirror.host());
    TypeNames typeNames = typeNames(TypeVariables.renamed(own), standIns);
    MirrorPrinter printer =
        new MirrorPrinter(mirror, machine, typeNames, memberTypes, types, elements);
    if (mirror.isReached()) {
      type.addMethod(printer.hidden(hidden));
    }
    type.addType(printer.type());
  }

  private TypeNames typeNames(Map<TypeParameterElement, String> renamed, StandIns standIns) {
    return new TypeNames(types, home, renamed, layout.graph()::isReplaced, standIns);
  }

  /** Prints the stand-ins, and those that their members name, until there is no new one. */
  private void print(
      StandIns standIns,
      LocalTypes localTypes,
      Map<TypeParameterElement, String> renamed,
      TypeSpec.Builder machineType) {
    for (int i = 0; i < standIns.all().size(); i++) {
      TypeElement type = standIns.all().get(i);
      List<TypeParameterElement> own = TypeVariables.of(type);
      TypeNames typeNames =
          typeNames(localTypes.isInner(type) ? renamed : TypeVariables.renamed(own), standIns);
      machineType.addType(
          new StandInPrinter(type, standIns.name(type), typeNames, localTypes, types, elements)
              .print());
    }
  }

  /**
   * Without imports from {@code java.lang}, unless a class of the package hides one of them. They
   * are taken out of the text, as JavaPoet would have to print the whole file again without them.
   */
  private String text(TypeSpec type) {
    String packageName = home.getQualifiedName().toString();
    String text = JavaFile.builder(packageName, type).build().toString();
    boolean isHidden =
        JavaLangImports.in(text).stream().anyMatch(name -> isInPackage(packageName, name));
    return isHidden ? text : JavaLangImports.without(text);
  }

  private boolean isInPackage(String packageName, String name) {
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    // Without the module, javac would look into each one there is.
    ModuleElement module = elements.getModuleOf(home);
    return (module == null
            ? elements.getTypeElement(qualified)
            : elements.getTypeElement(module, qualified))
        != null;
  }

  private Linkage linkage(
      LineTable table,
      Mirrors mirrors,
      StandIns standIns,
      MemberTypes memberTypes,
      LocalTypes localTypes) {
    String name = machine.reflectionName().replace('.', '/');
    MirrorLinkage mirrorLinkage =
        new MirrorLinkage(name, descriptors, descriptors.with(standIns), memberTypes, types);
    return new Linkage(
        descriptors.internalName(method.owner()),
        descriptors.internalName(Enclosing.outermost(method.owner())),
        method.element().getSimpleName().toString(),
        descriptors.ofMethod(
            method.element().getParameters().stream().map(Element::asType).toList(),
            method.element().getReturnType()),
        method.isStatic(),
        name,
        method.file(),
        table.lines(),
        table.callLines(),
        Stream.concat(
                mirrors.all().stream().map(mirrorLinkage::of),
                standIns.all().stream()
                    .map(type -> mirrorLinkage.of(type, standIns.name(type), localTypes)))
            .toList());
  }
}
