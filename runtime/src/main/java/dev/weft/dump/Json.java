// SPDX-License-Identifier: Apache-2.0
package dev.weft.dump;

/** Writes JSON (RFC 8259): the JDK cannot, and it takes little. */
final class Json {
  private final StringBuilder text = new StringBuilder();

  /** Whether something stands before, from which the next value is to be parted. */
  private boolean behind;

  Json open(char bracket) {
    part();
    text.append(bracket);
    behind = false;
    return this;
  }

  void close(char bracket) {
    text.append(bracket);
    behind = true;
  }

  Json name(String name) {
    part();
    quote(name);
    text.append(':');
    behind = false;
    return this;
  }

  void value(String value) {
    part();
    quote(value);
    behind = true;
  }

  void value(long value) {
    raw(Long.toString(value));
  }

  void value(boolean value) {
    raw(Boolean.toString(value));
  }

  void nothing() {
    raw("null");
  }

  private void raw(String value) {
    part();
    text.append(value);
    behind = true;
  }

  private void part() {
    if (behind) {
      text.append(',');
    }
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f || isAlone(value, i)) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /** Half of a pair of surrogates, without the other half, cannot be encoded. */
  private static boolean isAlone(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
