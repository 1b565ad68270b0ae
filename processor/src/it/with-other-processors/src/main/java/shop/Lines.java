// SPDX-License-Identifier: Apache-2.0
package shop;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Written by MapStruct: {@code LinesImpl} does not exist when the processors start. */
@Mapper
interface Lines {
  @Mapping(target = "text", source = "name")
  Line of(Item item);
}
