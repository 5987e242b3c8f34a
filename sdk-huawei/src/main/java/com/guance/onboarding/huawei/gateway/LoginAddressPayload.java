package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.transport.AnswerFields;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The unified login address, as it comes. */
record LoginAddressPayload(@Nullable String url) {

  /** People are sent there, so nothing but a plain web address will do. */
  URI address(AnswerFields fields) {
    try {
      URI address = new URI(fields.text("url", url));
      boolean web =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      if (web && address.getHost() != null && address.getRawUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Its message quotes the address; ours does not.
    }
    throw fields.unreadable("url", "is no web address");
  }
}
