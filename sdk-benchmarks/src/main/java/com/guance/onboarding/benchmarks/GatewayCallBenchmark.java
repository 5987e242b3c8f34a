package com.guance.onboarding.benchmarks;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** One call of a gateway, and the same call by hand, against a server in another process. */
public class GatewayCallBenchmark extends Measured {

  private static final NewOrganization ORGANIZATION =
      new NewOrganization(Customer.BUYER, "GCY Ltd", new ShortName("gcy"));
  private static final String KEY = "benchmark-0001";

  private final ByHand.Reads<OrderAnswer> readsOrder = ByHand.reads(OrderAnswer.class);
  private final ByHand.Reads<OrganizationAnswer> readsOrganization =
      ByHand.reads(OrganizationAnswer.class);
  private final ObjectWriter writesOrganization = ByHand.writes(OrganizationOrder.class);
  private final URI server = ServerProcess.Kind.RECORDING.uri();
  private final JointOperationsGateway gateway =
      Customer.marketplace(server, TransportRuntime.system());
  private final ByHand byHand = new ByHand(server);

  /** Both sides must get the recorded answer, or nothing of this means anything. */
  @Setup
  public void check() throws IOException {
    if (readOurs().isEmpty() || readByHand().orderId() == null || writeByHand().name() == null) {
      throw new IllegalStateException("the server does not answer as it should");
    }
  }

  /** Hangs up. */
  @TearDown
  public void close() {
    gateway.close();
    byHand.close();
  }

  /** Reads an order through the gateway. */
  @Benchmark
  public Optional<OrderDetails> readOurs() {
    return gateway.order(Customer.ORDER);
  }

  /** Reads an order by hand. */
  @Benchmark
  public OrderAnswer readByHand() throws IOException {
    return byHand.get(
        byHand
            .at("joint-operations", "v1", "orders", Customer.ORDER.orderId())
            .addPathSegment("lines")
            .addPathSegment(Customer.ORDER.orderLineId())
            .build(),
        readsOrder);
  }

  /** Creates an organization through the gateway. */
  @Benchmark
  public Organization writeOurs() {
    return gateway.createOrganization(ORGANIZATION, KEY);
  }

  /** Creates an organization by hand. */
  @Benchmark
  public OrganizationAnswer writeByHand() throws IOException {
    OrganizationOrder order = new OrganizationOrder(Customer.BUYER.value(), "GCY Ltd", "gcy", KEY);
    return byHand.post(
        byHand.at("joint-operations", "v1", "organizations").build(),
        writesOrganization.writeValueAsBytes(order),
        KEY,
        readsOrganization);
  }

  /** An order, in a bare class. */
  public record OrderAnswer(
      @Nullable String orderId,
      @Nullable String orderLineId,
      @Nullable String productId,
      @Nullable String chargingMode,
      @Nullable String huaweiAccountId,
      boolean multiInstance) {}

  /** An organization to create, in a bare class. */
  public record OrganizationOrder(
      String huaweiAccountId, String name, String shortName, String externalReference) {}

  /** An organization, in a bare class. */
  public record OrganizationAnswer(
      @Nullable String organizationId,
      @Nullable String name,
      @Nullable String shortName,
      @Nullable String huaweiAccountId,
      @Nullable String status) {}
}
