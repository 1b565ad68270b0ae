// SPDX-License-Identifier: Apache-2.0
package shop;

import lombok.Builder;
import lombok.Value;

/** Written by Lombok: getters and a builder that are not in the source. */
@Value
@Builder
class Item {
  String name;
  long cents;
}
