// SPDX-License-Identifier: Apache-2.0
package shop;

import java.util.List;
import org.immutables.value.Value;

/** Written by Immutables: {@code ImmutableOrder} does not exist when the processors start. */
@Value.Immutable
interface Order {
  String customer();

  List<Item> items();

  @Value.Default
  default String currency() {
    return "EUR";
  }

  @Value.Derived
  default int count() {
    return items().size();
  }
}
