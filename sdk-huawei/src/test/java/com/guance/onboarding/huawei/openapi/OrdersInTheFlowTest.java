package com.guance.onboarding.huawei.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.resource;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order query is where the flow learns whose account it is. */
class OrdersInTheFlowTest {

  private static final OrderKey ORDER =
      new OrderKey("MOCKPERIODYEARNEW", "MOCKPERIODYEARNEW-000001");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @Test
  void advance_ofAPurchase_takesTheBuyersAccountFromTheOrderQuery() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(resource("order-period.json"))));
    KooGalleryOpenApi api = new OpenApiFixture().connect(settings(SERVER.baseUrl()).build());

    try (OnboardingFlow flow = OnboardingFlow.builder().orders(api).callbacks(true).build()) {
      OnboardingId id =
          flow.record(Observations.instanceOpened(ORDER, new InstanceId("inst-1"))).get(0);
      flow.advance(id);

      assertThat(flow.get(id).huaweiAccount()).contains(new HuaweiAccountId("c-0001"));
    }
  }
}
