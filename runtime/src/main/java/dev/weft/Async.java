// SPDX-License-Identifier: Apache-2.0
package dev.weft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose body may {@link Weft#await await}. It returns a {@link Coroutine}: calling
 * it runs nothing yet. While javac runs, Weft's annotation processor turns the body into a class
 * that can be suspended and resumed; that class can be read among the generated sources.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Async {}
