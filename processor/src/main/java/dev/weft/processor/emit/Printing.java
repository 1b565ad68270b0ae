// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import javax.lang.model.util.Types;

/** What all printers of one machine share. */
record Printing(Layout layout, Names names, TypeNames typeNames, CodePrinter codes, Types types) {

  Method method() {
    return layout.graph().method();
  }

  String name(Variable variable) {
    return names.of(variable);
  }

  /** The type to declare {@code variable} with; a wider one for a field whose type has no name. */
  TypeName type(Variable variable) {
    try {
      return typeNames.exact(variable.type());
    } catch (UnsupportedCodeException e) {
      if (variable.isNameless() && variable.model() != null) {
        checkIsAccessible(variable);
        return TypeName.get(Object.class);
      }
      throw e.at(variable, line(variable));
    }
  }

  /** Not even {@code var} can declare in the machine what it may not mention. */
  private void checkIsAccessible(Variable variable) {
    try {
      typeNames.of(variable.type());
    } catch (UnsupportedCodeException e) {
      throw e.at(variable, line(variable));
    }
  }

  int line(Variable variable) {
    return layout.states().stream()
        .flatMap(state -> state.blocks().stream())
        .map(Block::statements)
        .flatMap(statements -> statements.stream())
        .filter(s -> s instanceof Statement.Declare d && d.variable() == variable)
        .mapToInt(Statement::line)
        .findFirst()
        .orElse(method().line());
  }
}
