// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Values as a reader wants them: three digits, and a unit that keeps them short. */
final class Amount {
  /** From small to large. */
  private static final List<List<String>> UNITS =
      List.of(List.of("ns", "µs", "ms", "s"), List.of("B", "kB", "MB", "GB"));

  private Amount() {}

  /** Such as {@code 1.41 ns}, {@code 0.412 s}, {@code 1,240 B}. */
  static String text(double value, String unit) {
    Scale scale = Scale.of(value, unit);
    return (number(value / scale.factor()) + " " + scale.unit()).strip();
  }

  /** Such as {@code 1.40–1.55}, in the unit that the median is shown in. */
  static String range(Sample sample) {
    Scale scale = Scale.of(sample.median(), sample.unit());
    return number(sample.min() / scale.factor()) + "–" + number(sample.max() / scale.factor());
  }

  /** Such as {@code 0.87} or {@code 12.4}. */
  static String ratio(double ratio) {
    return ratio < 10 ? String.format(Locale.ROOT, "%.2f", ratio) : number(ratio);
  }

  static String number(double value) {
    if (Math.abs(value) < 0.005) {
      return value == 0 ? "0" : Math.abs(value) < 0.0005 ? "0" : "0.00";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    if (Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,d", rounded.longValue());
    }
    return rounded.setScale(Math.max(0, 3 - digits(rounded)), RoundingMode.HALF_UP).toPlainString();
  }

  /** Of the integral part; 1 for what is below 1, so that it shows two decimals. */
  private static int digits(BigDecimal value) {
    return Math.max(1, value.precision() - value.scale());
  }

  /** A unit, and how many of the given one it is. */
  private record Scale(double factor, String unit) {
    private static final double THOUSAND = 1000;
    private static final double MANY = 10_000;

    static Scale of(double value, String given) {
      String unit = given.equals("us") ? "µs" : given;
      double factor = 1;
      for (List<String> units : UNITS) {
        int at = units.indexOf(unit);
        if (at < 0) {
          continue;
        }
        while (value / factor >= MANY && at + 1 < units.size()) {
          factor *= THOUSAND;
          at++;
        }
        return new Scale(factor, units.get(at));
      }
      return new Scale(1, unit.equals("1") ? "" : unit);
    }
  }
}
