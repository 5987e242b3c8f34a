package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.testkit.conformance.Conformance;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and its pages show compiles, and what they count is so. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path CHANGELOG = Path.of("..", "CHANGELOG.md");
  private static final Path COMMANDS = Path.of("..", "docs", "commands.md");
  private static final Path EMBEDDING = Path.of("..", "docs", "embedding.md");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern SCENARIOS = Pattern.compile("by (\\d+) signed scenarios");

  private static final String IMPORTS =
      """
      import com.guance.onboarding.*;
      import com.guance.onboarding.billing.*;
      import com.guance.onboarding.billing.datakit.*;
      import com.guance.onboarding.billing.external.*;
      import com.guance.onboarding.billing.gateway.*;
      import com.guance.onboarding.billing.openapi.*;
      import com.guance.onboarding.domain.*;
      import com.guance.onboarding.error.*;
      import com.guance.onboarding.huawei.gateway.*;
      import com.guance.onboarding.spi.*;
      import com.guance.onboarding.testkit.*;
      import com.guance.onboarding.transport.*;
      import java.time.Instant;
      import java.util.Map;
      import org.junit.jupiter.api.Test;
      """;

  /** The names that the text around a snippet speaks of. */
  private static final String PARTNER =
      """
      abstract class Partner {
        interface Mailer {
          void invite(PersonTask task);
          void welcome(Onboarding onboarding);
          void apologize(String reason);
        }
        Mailer mailer;
        OnboardingStore store;
        Sealer sealer;
        JointOperationsSettings jointOperations;
        BillingCenterSettings billingCenter;
        ExternalSettings deployment;
        VerifierSettings verifier;
        SecretStore secretStore;
        BillingCenterGateway gateway;
        OnboardingFlowBuilder builder;
        HttpSettings datawaySettings;
        String orderId, orderLineId, taskId, typed, owner, wishId;
        Instant acceptedAt;
        WorkspaceId workspace;
        BillingAccountId account;
        Terms terms;
        abstract void show(String owner, String command);
        abstract void warn(String owner, Instant dataGoneAt);
        abstract void later(Instant from);
        abstract void apologize(String owner);
        void snippet() {
      %s
        }
      }
      """;

  @TempDir private Path classes;

  @Test
  void javaSnippets_withTheNamesAroundThem_compile() throws Exception {
    String pages = Files.readString(README) + Files.readString(EMBEDDING);
    List<String> snippets = JAVA.matcher(pages).results().map(found -> found.group(1)).toList();
    assertThat(snippets).hasSizeGreaterThanOrEqualTo(7);
    for (String snippet : snippets) {
      String source = snippet.contains("class ") ? snippet : PARTNER.formatted(snippet);
      assertThat(errors(IMPORTS + source)).as(snippet).isEmpty();
    }
  }

  @Test
  void commands_ofTheReadme_areRunByTheBuildServerWordForWord() throws Exception {
    String readme = Files.readString(README);
    String run = Files.readString(Path.of("..", ".ci", "run"));
    for (String command : List.of("exec:exec@demo", "mvn -B -ntp verify", "-Plowest,quick")) {
      String line =
          readme
              .lines()
              .map(text -> text.replaceFirst("^`(mvn [^`]*)`.*", "$1"))
              .filter(text -> text.startsWith("mvn ") && text.contains(command))
              .findFirst()
              .orElseThrow(() -> new AssertionError("the README does not say " + command));
      assertThat(run).contains(line);
    }
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    compiler.getTask(null, null, found, options, null, List.of(new Source(source))).call();
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///Snippet.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @Test
  void scenarios_asCountedInTheDocs_areThatMany() throws Exception {
    for (Path file : List.of(README, CHANGELOG, COMMANDS)) {
      Matcher counted = SCENARIOS.matcher(Files.readString(file).replaceAll("\\s+", " "));
      assertThat(counted.find()).as(file.toString()).isTrue();
      assertThat(Integer.parseInt(counted.group(1)))
          .as(file.toString())
          .isEqualTo(Conformance.scenarios().size());
    }
  }
}
