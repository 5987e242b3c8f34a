package com.guance.onboarding.billing.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * How the values of this package are generated: hidden behind their types, JDK collections. What a
 * default or a derived attribute reads must stand before it, else it reads nothing.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    unsafeDefaultAndDerived = true,
    defaults = @Value.Immutable(copy = false),
    allowedClasspathAnnotations = {Generated.class})
@interface ModelStyle {}
