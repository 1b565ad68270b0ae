// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

class ClassCodeTest {
  @Test
  void readsClassFilesThatAreNewerThanAsm() throws IOException {
    byte[] bytes;
    try (InputStream in = ClassCodeTest.class.getResourceAsStream("ClassCodeTest.class")) {
      bytes = in.readAllBytes();
    }
    bytes[7] = 99;

    ClassNode node = ClassCode.parse(bytes);

    assertEquals("dev/weft/processor/link/ClassCodeTest", node.name);
    assertEquals(99, ClassCode.assemble(node)[7]);
  }
}
