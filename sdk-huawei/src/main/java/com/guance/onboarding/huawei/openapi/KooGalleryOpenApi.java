package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.huawei.openapi.IamApi.DomainPayload;
import com.guance.onboarding.huawei.openapi.IamApi.DomainsPayload;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.spi.OrderSource;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calls that a seller makes to KooGallery: order query, usage push, check of the keys.
 *
 * <p>Blocking and thread-safe; make one and keep it. Every method throws the family of {@link
 * com.guance.onboarding.error.OnboardingException}: a {@code RateLimitedException} is throttling
 * (MKT.0250), an {@code AuthenticationException} means that keys or clock are wrong, a {@code
 * PermissionException} that the order is another seller's.
 */
public final class KooGalleryOpenApi implements OrderSource, AutoCloseable {

  private static final String CHECK_KEYS = "check keys";
  private static final int NONCE_BYTES = 16;

  private final OpenApiSettings settings;
  private final Marketplace marketplace;
  private final OrderQuery orders;
  private final UsagePush usage;
  private final Transport iam;
  private final IamApi iamApi;

  private KooGalleryOpenApi(
      OpenApiSettings settings, Marketplace marketplace, Transport iam, Clock clock) {
    this.settings = settings;
    this.marketplace = marketplace;
    this.orders = new OrderQuery(marketplace, settings.customerIdIsAccountId());
    this.usage = new UsagePush(marketplace, clock, settings.usageValuesAsNumbers());
    this.iam = iam;
    this.iamApi = iam.api(IamApi.class);
  }

  /**
   * Prepares the calls; nothing is sent yet.
   *
   * @param settings which site, with whose keys
   * @return the calls
   * @throws com.guance.onboarding.error.InvalidSettingException if an address or time-out is wrong
   */
  public static KooGalleryOpenApi connect(OpenApiSettings settings) {
    return connect(settings, TransportRuntime.system());
  }

  /**
   * Prepares the calls with another clock.
   *
   * @param settings which site, with whose keys
   * @param runtime where time, waiting and ids come from
   * @return the calls
   * @throws com.guance.onboarding.error.InvalidSettingException if an address or time-out is wrong
   */
  public static KooGalleryOpenApi connect(OpenApiSettings settings, TransportRuntime runtime) {
    SecureRandom random = new SecureRandom();
    return connect(
        settings,
        runtime,
        () -> {
          byte[] nonce = new byte[NONCE_BYTES];
          random.nextBytes(nonce);
          return HexFormat.of().formatHex(nonce);
        });
  }

  static KooGalleryOpenApi connect(
      OpenApiSettings settings, TransportRuntime runtime, Supplier<String> nonces) {
    OpenApiAuthorizer authorizer = new OpenApiAuthorizer(settings, runtime.clock(), nonces);
    KooGallerySite site = settings.site();
    Optional<URI> second =
        settings.marketplace().isPresent()
            ? settings.secondMarketplace()
            : settings.secondMarketplace().or(site::secondMarketplace);
    return new KooGalleryOpenApi(
        settings,
        Marketplace.connect(
            http(settings, settings.marketplace().orElse(site.marketplace()), authorizer),
            second,
            runtime),
        Transport.connect(
            OpenApiErrors.PROVIDER,
            http(settings, settings.iam().orElse(site.iam()), authorizer),
            runtime,
            OpenApiErrors::decode),
        runtime.clock());
  }

  /**
   * Reads an order with all its lines. Repeatable.
   *
   * @param orderId the order, 1 to 64 characters
   * @return the order; empty if KooGallery answers without one
   */
  public Optional<Order> findOrder(String orderId) {
    return orders.find(orderId);
  }

  /**
   * Reads an order with the one line asked for. Repeatable.
   *
   * @param key the order line
   * @return the order with this line only; empty if KooGallery answers without it
   */
  public Optional<Order> findOrder(OrderKey key) {
    return orders.find(key);
  }

  /**
   * Reads what the flow wants to know of an order line. Repeatable.
   *
   * <p>The buyer's Huawei account is {@code buyerInfo.customerId}, unless {@link
   * OpenApiSettings#customerIdIsAccountId()} says that the two differ; then it stays unknown.
   */
  @Override
  public Optional<OrderDetails> order(OrderKey key) {
    return orders.details(key);
  }

  /**
   * Reports what on-demand instances have used, in as many requests of at most 1000 records as it
   * takes, with a signature of the usage key besides that of the access keys.
   *
   * <p>Repeatable: KooGallery charges a {@link UsageRecord#sequenceNumber()} once. If a request
   * fails, those before it have arrived; pushing everything again is safe. Nothing is sent unless
   * every record can be.
   *
   * @param records what was used
   * @return how much was taken over
   * @throws InvalidInputException if a record cannot be sent, naming it
   * @throws IllegalStateException if the settings have no usage key
   */
  public UsageReceipt pushUsage(List<UsageRecord> records) {
    if (settings.usageKey().isEmpty()) {
      throw new IllegalStateException("pushing usage needs OpenApiSettings.usageKey");
    }
    return usage.push(records);
  }

  /**
   * Tells whose keys these are. A check of the keys: the account is the seller's own, and never a
   * buyer's. Repeatable.
   *
   * @return the account that the keys belong to
   */
  public SellerAccount sellerAccount() {
    DomainsPayload answer =
        iam.call(CHECK_KEYS, Retryable.READ, CallOptions.none(), iamApi.domains());
    DomainPayload domain =
        answer.domains() == null || answer.domains().isEmpty() ? null : answer.domains().get(0);
    if (domain == null || domain.id() == null) {
      throw unreadable(CHECK_KEYS, "domains.id", "is missing");
    }
    try {
      return new SellerAccount(
          new HuaweiAccountId(domain.id()), domain.name() == null ? "" : domain.name());
    } catch (InvalidInputException e) {
      throw unreadable(CHECK_KEYS, "domains.id", e.rule());
    }
  }

  /** Closes the connections. Repeatable. */
  @Override
  public void close() {
    marketplace.close();
    iam.close();
  }

  private static HttpSettings http(
      OpenApiSettings settings, URI address, OpenApiAuthorizer authorizer) {
    HttpSettings.Builder http = HttpSettings.builder();
    settings.http().accept(http);
    return http.baseUrl(address).authorizer(authorizer).build();
  }

  private static ProtocolException unreadable(String operation, String field, String problem) {
    return ProtocolException.ofField(OpenApiErrors.PROVIDER, operation, field, problem, null);
  }
}
