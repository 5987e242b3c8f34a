package com.guance.onboarding.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Generated values work out their defaults from top to bottom, and nothing but this test sees that
 * one reads another that is not there yet.
 */
@AnalyzeClasses(packages = Layout.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class ValueDefaultsTest {

  private static final String DEFAULT = "org.immutables.value.Value$Default";
  private static final String DERIVED = "org.immutables.value.Value$Derived";

  @ArchTest
  static final ArchRule default_readsOnlyWhatStandsBeforeIt =
      methods()
          .that()
          .areAnnotatedWith(DEFAULT)
          .or()
          .areAnnotatedWith(DERIVED)
          .should(readOnlyWhatStandsBefore());

  private ValueDefaultsTest() {}

  private static ArchCondition<JavaMethod> readOnlyWhatStandsBefore() {
    return new ArchCondition<>("read only what stands before them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
          if (call.getTargetOwner().equals(method.getOwner())) {
            call.getTarget()
                .resolveMember()
                .filter(ValueDefaultsTest::isWorkedOut)
                .filter(read -> line(read) >= line(method))
                .ifPresent(
                    read -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
          }
        }
      }
    };
  }

  private static boolean isWorkedOut(JavaMethod method) {
    return method.isAnnotatedWith(DEFAULT) || method.isAnnotatedWith(DERIVED);
  }

  private static int line(JavaMethod method) {
    return method.getSourceCodeLocation().getLineNumber();
  }
}
