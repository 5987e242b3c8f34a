package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.WorkspaceChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request file states is what is used, letter by letter, or it is refused. */
class RequestFileTest {

  private static final String ORDER = "order: {orderId: CS1, orderLineId: CS1-1}\n";

  @TempDir private Path folder;

  private RequestFile read(String yaml) throws Exception {
    return RequestFile.read(Files.writeString(folder.resolve("request.yaml"), yaml));
  }

  private void assertRefused(String yaml, String said) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0123", "0x1F", "1_000", "1.10", "1e3", "No", "true", "2026-01-31", "+5", "12:30"})
  void read_valueThatYamlTakesForSomethingElse_staysAsWritten(String value) throws Exception {
    RequestFile file =
        read(
            "order: {orderId: %1$s, orderLineId: %1$s}\nterms: {version: %1$s}\n".formatted(value));

    assertThat(file.value(Field.TERMS_VERSION)).contains(value);
    assertThat(file.order()).hasToString(value + "/" + value);
  }

  @Test
  void read_fileThatTakesTooLongToRead_isRefusedAtOnce() throws Exception {
    read(ORDER + "#".repeat(1_000_000));

    assertRefused(ORDER + "#".repeat(1 << 20), "--request must have at most 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "''", "~", "null"})
  void read_valueLeftEmpty_isNotStated(String value) throws Exception {
    assertThat(read(ORDER + "terms: {version: " + value + "}").answers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'member: {account: Wendy}\nmember: {name: Wendy}', 'member is stated twice, again at line 3'",
    "'member:\n  name: A\n  name: B', 'member.name is stated twice, again at line 4'",
    "'---\nmember: {name: A}', '--request must hold one document; another begins at line 3'",
    "'member: {account: &a Wendy, name: *a}', 'member.name must be written out'",
    "'member:\n\tname: A', '--request must be YAML, and is not at line 3, column 1'",
    "'member:\n  name: A\n    account: B', '--request must be YAML, and is not at line 4'",
  })
  void read_whatWouldBeDroppedOrMisread_isRefusedWithItsPlace(String more, String said) {
    assertRefused(ORDER + more, said);
  }

  @Test
  void read_noYamlAtAll_isRefused() throws Exception {
    assertRefused("", "--request must hold a section");
    assertThatThrownBy(() -> RequestFile.read(folder))
        .hasMessage("--request must be a file that can be read");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "organization: {name: Müller}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RequestFile.read(latin))
        .hasMessage("--request must be a file of UTF-8 text");
  }

  @Test
  void read_severalWrongValues_namesThemAllWithTheirRules() {
    assertThatThrownBy(() -> read("workspace: {language: fr, site: '?', color: red}"))
        .hasMessageStartingWith("workspace.language must be zh or en")
        .satisfies(
            refused ->
                assertThat(Arrays.stream(refused.getSuppressed()).map(Throwable::getMessage))
                    .satisfiesExactly(
                        site -> assertThat(site).startsWith("workspace.site must be the key"),
                        color -> assertThat(color).startsWith("workspace.color is not a field"),
                        id ->
                            assertThat(id)
                                .startsWith("order.orderId is missing in the request; it must be"),
                        line -> assertThat(line).startsWith("order.orderLineId is missing")));
  }

  @ParameterizedTest
  @CsvSource({"existing", "register-account"})
  void branch_registerWithAnotherWorkspaceThanANewOne_isRefused(String workspace) throws Exception {
    RequestFile file =
        read(ORDER + "billing: {choice: register}\nworkspace: {choice: " + workspace + "}");

    assertThatThrownBy(file::branch)
        .hasMessage(
            "workspace.choice must be create, or left out, where billing.choice is register");
  }

  @ParameterizedTest
  @CsvSource({
    "register, create, REGISTER",
    "already-bound, existing, ALREADY_BOUND",
    "already-bound, create, ALREADY_BOUND",
    "bind, existing, EXISTING_WORKSPACE",
    "bind, create, NEW_WORKSPACE",
    "bind, register-account, NEW_ACCOUNT",
  })
  void branch_choicesThatGoTogether_areABranch(String billing, String workspace, Branch branch)
      throws Exception {
    RequestFile file =
        read(
            ORDER + "billing: {choice: %s}\nworkspace: {choice: %s}".formatted(billing, workspace));

    assertThat(file.branch()).isEqualTo(branch);
  }

  @Test
  void check_idOfAWorkspaceThatIsToBeMade_isRefused() throws Exception {
    RequestFile file = read(ORDER + "workspace: {id: wksp_1}");

    assertThatThrownBy(() -> file.check(Branch.REGISTER))
        .hasMessage("workspace.id must be left out: branch register makes a new workspace");
  }

  /** Whoever has only the sample learns the format from it. */
  @Test
  void sample_itsTextAndComments_nameEveryFieldAndChoice() throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));

    for (Field field : Field.values()) {
      String name = field.path().substring(field.path().lastIndexOf('.') + 1);
      if (field != Field.DATAKIT_HOST) { // what comes out of it
        assertThat(sample).as(field.path()).containsPattern("\\b" + name + "\\b");
      }
    }
    for (BillingChoice choice : BillingChoice.values()) {
      assertThat(sample).contains(choice.code());
    }
    for (WorkspaceChoice choice : WorkspaceChoice.values()) {
      assertThat(sample).contains(choice.code());
    }
  }
}
