package com.guance.onboarding.examples;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Source;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a partner compiles against: JDK types and our own, under names that say something. */
@AnalyzeClasses(packages = Layout.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class PublicSurfaceTest {

  private static final List<String> OURS_AND_JDK =
      List.of("java.", "javax.", "com.sun.net.httpserver.", Layout.ROOT);

  /** Transport is made for authors of adapters, who write Retrofit interfaces themselves. */
  @ArchTest
  static final ArchRule signatures_holdOnlyJdkTypesAndOurs =
      classes()
          .that()
          .resideOutsideOfPackages(
              Layout.TRANSPORT, Layout.EXAMPLES, Layout.TESTKIT, Layout.CALLBACK)
          .should(holdOnly(OURS_AND_JDK));

  /** The one exception of the library: an adapter for servlet containers. */
  @ArchTest
  static final ArchRule callbackSignatures_mayHoldServletTypes =
      classes()
          .that()
          .resideInAPackage(Layout.CALLBACK)
          .should(holdOnly(plus(OURS_AND_JDK, "jakarta.servlet.")));

  /** A test kit is an extension of the test framework. */
  @ArchTest
  static final ArchRule testkitSignatures_mayHoldJupiterTypes =
      classes()
          .that()
          .resideInAPackage(Layout.TESTKIT)
          .should(holdOnly(plus(OURS_AND_JDK, "org.junit.jupiter.api.")));

  @ArchTest
  static final ArchRule names_sayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|DTO|Dto|VO|Vo)(\\$.*)?");

  /** Whoever names kind and source vouches for both, so that only typed methods may do it. */
  @ArchTest
  static final ArchRule observedFacts_ofAdaptersTestkitAndSamples_areMadeThroughTheSpi =
      noClasses()
          .that()
          .resideOutsideOfPackages(Layout.ROOT, Layout.SPI)
          .should()
          .callMethod(Observed.class, "of", FactKind.class, Source.class);

  private PublicSurfaceTest() {}

  private static List<String> plus(List<String> prefixes, String more) {
    return Stream.concat(prefixes.stream(), Stream.of(more)).toList();
  }

  private static ArchCondition<JavaClass> holdOnly(List<String> prefixes) {
    return new ArchCondition<>("show partners only types from %s".formatted(prefixes)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
          return;
        }
        Stream.concat(supertypes(type), type.getMembers().stream().flatMap(m -> shownBy(m)))
            .filter(shown -> !isAllowed(shown, prefixes))
            .distinct()
            .forEach(
                shown ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, "%s shows %s".formatted(type.getName(), shown.getName()))));
      }
    };
  }

  private static boolean isVisible(JavaClass type) {
    return isOpen(type.getModifiers())
        && type.getEnclosingClass().map(PublicSurfaceTest::isVisible).orElse(true);
  }

  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
  }

  private static Stream<JavaClass> supertypes(JavaClass type) {
    return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
        .flatMap(parent -> parent.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaClass> shownBy(JavaMember member) {
    if (!isOpen(member.getModifiers())) {
      return Stream.empty();
    }
    Stream<JavaClass> own = member.getAllInvolvedRawTypes().stream();
    return member instanceof JavaCodeUnit unit
        ? Stream.concat(own, unit.getExceptionTypes().stream())
        : own;
  }

  private static boolean isAllowed(JavaClass shown, List<String> prefixes) {
    JavaClass type = shown.getBaseComponentType();
    return type.isPrimitive() || prefixes.stream().anyMatch(type.getName()::startsWith);
  }
}
