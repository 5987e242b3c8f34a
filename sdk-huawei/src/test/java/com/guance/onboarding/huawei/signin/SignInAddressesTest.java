package com.guance.onboarding.huawei.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.guance.onboarding.huawei.signin.SignInFixture.SECRET_REF;
import static com.guance.onboarding.huawei.signin.SignInFixture.TENANT;
import static com.guance.onboarding.huawei.signin.SignInFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.InvalidSettingException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInAddressesTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final SignInFixture fixture = new SignInFixture();
  private final SignIn signIn = signIn(builder());

  @Test
  void problem_ofAnOrganization_saysWhyWithoutCalling() {
    assertThat(signIn.problem(TENANT).orElseThrow()).contains("UNKNOWN_TENANT");
    fixture.bought("CS1", "https://10.0.0.1");
    assertThat(signIn.problem(TENANT))
        .contains(
            "huawei check sign-in unanswered: the organization's sign-in domain must be the full name"
                + " of a host");
    assertThat(signIn.problem(new TenantId("tenant-2")).orElseThrow()).contains("UNKNOWN_TENANT");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void problem_whereNothingIsInTheWay_isNone() {
    fixture.bought("CS1", SERVER.baseUrl());
    assertThat(signIn.problem(TENANT)).isEmpty();
    fixture.secrets().forget(SECRET_REF);
    assertThat(signIn.problem(TENANT).orElseThrow()).contains("NO_CLIENT_SECRET");
  }

  @Test
  void logout_byName_leadsBackToTheRegisteredAddressOnly() {
    fixture.bought("CS1", SERVER.baseUrl());

    assertThat(signIn.logout(TENANT, "home"))
        .isEqualTo(
            URI.create(
                SERVER.baseUrl()
                    + "/api/v1/logout?redirect_url=https%3A%2F%2Fguance.example.com%2Fbye%3Fa%3Db"));
    assertThatThrownBy(() -> signIn.logout(TENANT, "https://evil.example.com"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageNotContaining("evil");
  }

  @Test
  void connect_withAReturnAddressThatIsNotSafe_isRefused() {
    for (String address : new String[] {"http://guance.example.com", "javascript:alert(1)", "/x"}) {
      assertThatThrownBy(() -> signIn(builder().putReturnAddresses("x", URI.create(address))))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("returnAddresses");
    }
  }

  @Test
  void loginAddress_ofTheApplication_isTheUnifiedPage() {
    assertThat(signIn.loginAddress())
        .isEqualTo(
            URI.create(
                "https://macroverse.huaweicloud.com/unified-login/#/portal-login"
                    + "?ind=UNOP&appId=app-1"));
  }

  private static SignInSettings.Builder builder() {
    return settings().addLoopbackOrigins(URI.create(SERVER.baseUrl()));
  }

  private SignIn signIn(SignInSettings.Builder settings) {
    return SignIn.connect(settings.build(), fixture.flow(), fixture.secrets(), fixture.runtime());
  }
}
