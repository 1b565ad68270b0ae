// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is not ours is unchanged, and its licences are there. */
class VendoredTest {
  @Test
  void vizIsTheOneThatWasReleased() throws IOException, NoSuchAlgorithmException {
    byte[] script = read("/dev/weft/processor/report/viz-global.js");
    assertEquals(
        "c9e0b310f9883910e01c66054b48b7ff4be3d8695141116635e72b0af152692e",
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script)));
  }

  @Test
  void itsLicencesSpeakOfThatVersion() throws IOException {
    String script = text("/dev/weft/processor/report/viz-global.js");
    String licences = text("/META-INF/licenses/viz-js.txt");
    String version = script.substring(script.indexOf("Viz.js "), script.indexOf("\nCopyright"));
    String graphviz = script.replaceFirst("(?s).*graphvizVersion=\"([^\"]+)\".*", "$1");
    assertTrue(licences.contains("is " + version + ", unchanged"), version);
    assertTrue(licences.contains("Graphviz " + graphviz + "\n"), graphviz);
  }

  private static String text(String resource) throws IOException {
    return new String(read(resource), StandardCharsets.UTF_8);
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = VendoredTest.class.getResourceAsStream(resource)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
