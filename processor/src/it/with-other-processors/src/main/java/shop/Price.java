// SPDX-License-Identifier: Apache-2.0
package shop;

import com.google.auto.value.AutoValue;

/** Written by AutoValue: {@code AutoValue_Price} does not exist when the processors start. */
@AutoValue
abstract class Price {
  abstract String currency();

  abstract long cents();

  static Price of(String currency, long cents) {
    return new AutoValue_Price(currency, cents);
  }
}
