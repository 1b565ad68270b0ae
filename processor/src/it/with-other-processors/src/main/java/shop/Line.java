// SPDX-License-Identifier: Apache-2.0
package shop;

import lombok.Builder;
import lombok.Value;

/** Made from an item by MapStruct, which uses the builder that Lombok writes. */
@Value
@Builder
class Line {
  String text;
  long cents;
}
