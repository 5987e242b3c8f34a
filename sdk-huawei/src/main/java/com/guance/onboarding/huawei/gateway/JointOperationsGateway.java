package com.guance.onboarding.huawei.gateway;

import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.ADD_MEMBER;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.AUTHORIZE;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.BIND;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.CREATE_ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.FIND_AUTHORIZATION;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.FIND_BINDING;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.FIND_MEMBER;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.FIND_ORDER;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.FIND_ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.LIST_ORGANIZATIONS;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.ORDER_NOT_FOUND;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.PROVIDER;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.READ_LOGIN_ADDRESS;
import static com.guance.onboarding.huawei.gateway.JointOperationsErrors.READ_ORGANIZATION;

import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.transport.AnswerFields;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.CursorPages;
import com.guance.onboarding.transport.IdempotencyKey;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The calls to a Joint Operations gateway: an installation's own access to the buyer's console of
 * KooGallery, which has no public API.
 *
 * <p>Blocking and thread-safe; make one and keep it. Reads are repeated after a failure, and so are
 * writes: each carries its idempotency key on every try. Values that cannot be right are refused
 * before anything is sent, in the same way as the gateway refuses them: {@link
 * InvalidRequestException} naming field and rule, then with status 0.
 */
public final class JointOperationsGateway implements MarketplaceGateway, AutoCloseable {

  private final Transport transport;
  private final JointOperationsApi api;
  private final CursorPages pages;

  private JointOperationsGateway(Transport transport, JointOperationsApi api, CursorPages pages) {
    this.transport = transport;
    this.api = api;
    this.pages = pages;
  }

  /**
   * Prepares the calls; nothing is sent yet.
   *
   * @param settings where the gateway is and how it knows us
   * @return the gateway
   */
  public static JointOperationsGateway connect(JointOperationsSettings settings) {
    return connect(settings, TransportRuntime.system());
  }

  /**
   * Prepares the calls with another clock.
   *
   * @param settings where the gateway is and how it knows us
   * @param runtime where time, waiting and ids come from
   * @return the gateway
   */
  public static JointOperationsGateway connect(
      JointOperationsSettings settings, TransportRuntime runtime) {
    Transport transport =
        Transport.connect(
            PROVIDER, settings.httpSettings(), runtime, JointOperationsErrors.table());
    return new JointOperationsGateway(
        transport,
        transport.api(JointOperationsApi.class),
        new CursorPages(PROVIDER, transport, settings.httpSettings(), runtime));
  }

  @Override
  public JointOperationsGateway within(Duration time) {
    Transport bounded = transport.within(time);
    return new JointOperationsGateway(bounded, api, pages.through(bounded));
  }

  @Override
  public Optional<OrderDetails> order(OrderKey order) {
    OrderPayload found;
    try {
      found = read(FIND_ORDER, api.order(order.orderId(), order.orderLineId()));
    } catch (NotFoundException e) {
      // Anybody can answer 404; only the gateway's own word means that there is no such order yet.
      if (e.code().equals(ORDER_NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(found.details(fields(FIND_ORDER), order));
  }

  @Override
  public Optional<Organization> findOrganization(HuaweiAccountId buyer, ShortName shortName) {
    return pages
        .<OrganizationPayload>find(
            FIND_ORGANIZATION,
            cursor -> api.organizations(buyer.value(), shortName.value(), cursor),
            found -> found.is(buyer, shortName))
        .map(found -> found.organization(fields(FIND_ORGANIZATION)));
  }

  @Override
  public Stream<Organization> organizations(HuaweiAccountId buyer) {
    return pages.<OrganizationPayload>stream(
            LIST_ORGANIZATIONS, cursor -> api.organizations(buyer.value(), null, cursor))
        .filter(found -> found.isOf(buyer))
        .map(found -> found.organization(fields(LIST_ORGANIZATIONS)));
  }

  @Override
  public Organization organization(TenantId tenant) {
    return read(READ_ORGANIZATION, api.organization(tenant.value()))
        .organization(fields(READ_ORGANIZATION), tenant);
  }

  @Override
  public Organization createOrganization(NewOrganization order, String key) {
    check(CREATE_ORGANIZATION, Field.ORGANIZATION_NAME, order.name());
    return write(
            CREATE_ORGANIZATION, key, api.createOrganization(NewOrganizationPayload.of(order, key)))
        .organization(fields(CREATE_ORGANIZATION), order.buyer(), order.shortName());
  }

  @Override
  public boolean hasMember(TenantId tenant, String account) {
    return pages
        .<MemberPayload>find(
            FIND_MEMBER,
            cursor -> api.members(tenant.value(), account, cursor),
            found -> account.equals(found.account()))
        .isPresent();
  }

  @Override
  public void addMember(TenantId tenant, NewMember member, Secret initialPassword, String key) {
    check(ADD_MEMBER, Field.MEMBER_ACCOUNT, member.account());
    check(ADD_MEMBER, Field.MEMBER_NAME, member.name());
    NewMemberPayload sent =
        new NewMemberPayload(member.account(), member.name(), initialPassword.reveal());
    MemberPayload added = write(ADD_MEMBER, key, api.addMember(tenant.value(), sent));
    fields(ADD_MEMBER).text("memberId", added.memberId());
    fields(ADD_MEMBER).same("account", member.account(), added.account());
  }

  @Override
  public Optional<Binding> findBinding(OrderKey order) {
    return pages
        .<BindingPayload>find(
            FIND_BINDING,
            cursor -> api.bindings(order.orderId(), order.orderLineId(), cursor),
            found -> found.isOf(order))
        .map(found -> found.binding(fields(FIND_BINDING), order));
  }

  @Override
  public Binding bind(OrderKey order, TenantId tenant, String key) {
    NewBindingPayload sent =
        new NewBindingPayload(order.orderId(), order.orderLineId(), tenant.value());
    return write(BIND, key, api.bind(sent)).binding(fields(BIND), order);
  }

  @Override
  public boolean isAuthorized(BindingId binding, String account) {
    return pages
        .<AuthorizationPayload>find(
            FIND_AUTHORIZATION,
            cursor -> api.authorizations(binding.value(), cursor),
            found -> found.allows(account))
        .isPresent();
  }

  @Override
  public void authorize(BindingId binding, String account, String key) {
    check(AUTHORIZE, Field.MEMBER_ACCOUNT, account);
    NewAuthorizationsPayload sent = new NewAuthorizationsPayload(List.of(account));
    AnswerFields fields = fields(AUTHORIZE);
    List<@Nullable AuthorizationPayload> said =
        fields.required(
            "items", write(AUTHORIZE, key, api.authorize(binding.value(), sent)).items());
    if (said.stream().noneMatch(item -> item != null && item.allows(account))) {
      throw fields.unreadable("items", "does not say that the member is authorized");
    }
  }

  @Override
  public URI loginAddress(BindingId binding) {
    return read(READ_LOGIN_ADDRESS, api.loginAddress(binding.value()))
        .address(fields(READ_LOGIN_ADDRESS));
  }

  /** Ends running calls and closes every connection. Repeatable. */
  @Override
  public void close() {
    transport.close();
  }

  /**
   * Says who is called.
   *
   * @return the kind of gateway and its host
   */
  @Override
  public String toString() {
    return "JointOperationsGateway[" + transport + "]";
  }

  private <T> T read(String operation, Call<T> call) {
    return transport.call(operation, Retryable.READ, CallOptions.none(), call);
  }

  private <T> T write(String operation, String key, Call<T> call) {
    return transport.call(
        operation,
        Retryable.KEYED_WRITE,
        CallOptions.none().withIdempotencyKey(IdempotencyKey.of(key)),
        call);
  }

  private static AnswerFields fields(String operation) {
    return new AnswerFields(PROVIDER, operation);
  }

  private static void check(String operation, Field field, String value) {
    try {
      field.check(value);
    } catch (InvalidInputException e) {
      throw new InvalidRequestException(
          Refusal.of(PROVIDER, operation)
              .code("INVALID_VALUE")
              .field(e.field())
              .rule(e.rule())
              .build());
    }
  }
}
