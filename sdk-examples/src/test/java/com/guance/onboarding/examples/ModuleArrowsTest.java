package com.guance.onboarding.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Who may know whom: between the modules, and between the packages of the core. */
@AnalyzeClasses(packages = Layout.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleArrowsTest {

  @ArchTest
  static final ArchRule core_knowsNoOtherModule =
      none(
          Layout.core(),
          Layout.HUAWEI,
          Layout.BILLING,
          Layout.TESTKIT,
          Layout.SCHEDULER,
          Layout.EXAMPLES);

  @ArchTest
  static final ArchRule huawei_knowsOnlyTheCore =
      none(
          new String[] {Layout.HUAWEI},
          Layout.BILLING,
          Layout.TESTKIT,
          Layout.SCHEDULER,
          Layout.EXAMPLES);

  @ArchTest
  static final ArchRule billing_knowsOnlyTheCore =
      none(
          new String[] {Layout.BILLING},
          Layout.HUAWEI,
          Layout.TESTKIT,
          Layout.SCHEDULER,
          Layout.EXAMPLES);

  /** The emulator speaks the wire with its own code, so that it can catch ours being wrong. */
  @ArchTest
  static final ArchRule testkit_knowsOnlyTheCore =
      none(
          new String[] {Layout.TESTKIT},
          Layout.HUAWEI,
          Layout.BILLING,
          Layout.SCHEDULER,
          Layout.EXAMPLES);

  @ArchTest
  static final ArchRule scheduler_knowsOnlyTheCore =
      none(
          new String[] {Layout.SCHEDULER},
          Layout.HUAWEI,
          Layout.BILLING,
          Layout.TESTKIT,
          Layout.EXAMPLES);

  @ArchTest
  static final ArchRule domain_knowsNothing =
      none(
          new String[] {Layout.DOMAIN},
          Layout.ROOT,
          Layout.ERROR,
          Layout.SPI,
          Layout.TRANSPORT,
          Layout.STORE);

  @ArchTest
  static final ArchRule error_knowsNothing =
      none(
          new String[] {Layout.ERROR},
          Layout.ROOT,
          Layout.DOMAIN,
          Layout.SPI,
          Layout.TRANSPORT,
          Layout.STORE);

  @ArchTest
  static final ArchRule spi_knowsDomainAndError =
      none(new String[] {Layout.SPI}, Layout.ROOT, Layout.TRANSPORT, Layout.STORE);

  @ArchTest
  static final ArchRule store_doesNotKnowTheFlow =
      none(new String[] {Layout.STORE}, Layout.ROOT, Layout.TRANSPORT);

  @ArchTest
  static final ArchRule transport_knowsOnlyError =
      none(new String[] {Layout.TRANSPORT}, Layout.ROOT, Layout.DOMAIN, Layout.SPI, Layout.STORE);

  @ArchTest
  static final ArchRule flow_callsNobodyItself = none(new String[] {Layout.ROOT}, Layout.TRANSPORT);

  @ArchTest
  static final ArchRule domainAndError_knowNoHttp =
      none(
          new String[] {Layout.DOMAIN, Layout.ERROR, Layout.SPI},
          "okhttp3..",
          "retrofit2..",
          "java.net.http..",
          "com.sun.net.httpserver..",
          "jakarta..");

  /** One optional adapter class speaks servlet; everything else stays free of it. */
  @ArchTest
  static final ArchRule servlet_staysBesideTheCallbacks =
      noClasses()
          .that()
          .resideOutsideOfPackages(Layout.CALLBACK, Layout.EXAMPLES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta..");

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().assignedFrom(byPackage()).should().beFreeOfCycles();

  private ModuleArrowsTest() {}

  private static ArchRule none(String[] from, String... to) {
    return noClasses()
        .that()
        .resideInAnyPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to);
  }

  /** Unlike a package pattern, this includes the root package. */
  private static SliceAssignment byPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages of the project";
      }
    };
  }
}
