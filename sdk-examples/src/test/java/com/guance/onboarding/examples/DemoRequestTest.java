package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo does what a request says, or says what is wrong with it before it does anything. */
class DemoRequestTest extends CommandRuns {

  @TempDir private Path folder;

  private Path request(String yaml) throws Exception {
    return Files.writeString(folder.resolve("request.yaml"), yaml);
  }

  private JsonNode json() throws Exception {
    return tree(lastLine());
  }

  @ParameterizedTest
  @CsvSource({
    "'  language: zh', '  language: fr', workspace.language must be zh or en",
    "'  language: zh', '', workspace.language is missing",
    "'  language: zh', '  language: [zh]', workspace.language must be one value",
    "'order:', 'code: 1\norder:', code must not stand in a request",
    "'order:', 'order:\n  code: 1', order.code must not stand in a request",
    "'order:', 'order:\n  password: Aa1!', order.password must not stand in a request",
    "'order:', 'order:\n  orderLine: 1', order.orderLine is not a field of a request",
    "'order:', 'order:\n  more:\n    orderId: 1', order.more.orderId is not a field of a request",
    "'  orderId: CS2611240001ABCDE', '  orderId: [1]', order.orderId must be one value",
    "'  orderId: CS2611240001ABCDE', '  orderId:', order.orderId is missing",
  })
  void demo_requestWithABadValue_exitsWith2AndNamesFieldAndRule(
      String line, String instead, String said) throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));
    Path file = request(sample.replace(line + "\n", instead + "\n"));

    assertThat(run("demo", "--request", file.toString())).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains(said);
  }

  @Test
  void demo_requestThatLacksSeveralValues_namesThemAllBeforeAnythingStarts() throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));
    Path file =
        request(
            sample
                .replace("  language: zh\n", "")
                .replace("  site: cn4\n", "")
                .replace("  account: Wendy\n", ""));

    assertThat(run("demo", "--request", file.toString(), "--json")).isEqualTo(OnboardingCli.WRONG);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "member.account is missing in the request; it must be 2 to 64 letters, digits, dots,"
                + " hyphens, underscores",
            "workspace.language is missing in the request; it must be zh or en; it is fixed when"
                + " the workspace is created",
            "workspace.site is missing in the request; it must be the key of a site, such as cn4,"
                + " Guance's site on Huawei Cloud");
  }

  @ParameterizedTest
  @CsvSource({"bind, false", "already-bound, false", "bind, true", "already-bound, true"})
  void demo_workspaceThatTheRequestDescribes_isTheOneThatIsBound(String billing, boolean people)
      throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));
    String file =
        request(
                sample
                    .replace("choice: register", "choice: " + billing)
                    .replace("choice: create", "choice: existing\n  id: wksp_of_gcy")
                    .replace("language: zh", "language: en")
                    .replace("site: cn4", "site: us1"))
            .toString();
    String hands = people ? "all" : "marketplace";

    assertThat(run("demo", "--request", file, "--people", hands, "--json"))
        .isEqualTo(OnboardingCli.DONE);

    assertThat(json().get("workspace"))
        .isEqualTo(
            tree(
                """
                {"id": "wksp_of_gcy", "name": "gcy-prod", "language": "en", "site": "us1",
                "created": false}
                """));
  }
}
