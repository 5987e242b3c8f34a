package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.Answers;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.billing.api.DqlResult;
import com.guance.onboarding.billing.api.Limits;
import com.guance.onboarding.billing.api.Page;
import com.guance.onboarding.billing.api.Pages;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.transport.TransportRuntime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workspace that an API key belongs to, through Guance's public OpenAPI.
 *
 * <p>Blocking and thread-safe; keep one per key. Every call waits for its turn within the
 * documented limits, see {@link Pacing}, and fails with an {@link
 * com.guance.onboarding.error.OnboardingException} that carries Guance's error code and trace id.
 * Reading is repeated where that may help; writing is not.
 *
 * <p>Lists are lazy streams: a page is asked for when its first item is wanted.
 */
public final class GuanceOpenApi implements AutoCloseable {

  static final String PROVIDER = "guance";

  private static final int INVITATIONS = 100;

  private static final Answers<WorkspacePayload> WORKSPACE = Answers.of(WorkspacePayload.class);
  private static final Answers<CreatedPayload> CREATED = Answers.of(CreatedPayload.class);
  private static final Answers<AccessKeyPayload> KEY = Answers.of(AccessKeyPayload.class);
  private static final Answers<Page<AccessKeyPayload>> KEYS =
      Answers.pagesOf(AccessKeyPayload.class);
  private static final Answers<Page<MemberPayload>> MEMBERS = Answers.pagesOf(MemberPayload.class);
  private static final Answers<Page<BillRowPayload>> BILL = Answers.pagesOf(BillRowPayload.class);
  private static final Answers<BalancePayload> BALANCE = Answers.of(BalancePayload.class);
  private static final Answers<SummaryPayload> SUMMARY = Answers.of(SummaryPayload.class);
  private static final Answers<DqlResult> RESULT = Answers.of(DqlResult.class);
  private static final Answers<Object> ANYTHING = Answers.of(Object.class);

  private final OpenApiCalls calls;
  private final TransportRuntime runtime;

  private GuanceOpenApi(OpenApiCalls calls, TransportRuntime runtime) {
    this.calls = calls;
    this.runtime = runtime;
  }

  /** The same client whose calls, pages of lists included, all end within a time from now. */
  GuanceOpenApi within(Duration time) {
    return new GuanceOpenApi(calls.within(time), runtime);
  }

  /**
   * Opens a client; nothing is sent yet.
   *
   * @param settings which workspace, which key, how patiently
   * @return the client, to be closed
   */
  public static GuanceOpenApi connect(OpenApiSettings settings) {
    return connect(settings, TransportRuntime.system());
  }

  /**
   * Opens a client whose time is decided by the caller.
   *
   * @param settings which workspace, which key, how patiently
   * @param runtime time, waiting, randomness and ids
   * @return the client, to be closed
   */
  public static GuanceOpenApi connect(OpenApiSettings settings, TransportRuntime runtime) {
    return new GuanceOpenApi(new OpenApiCalls(settings, runtime), runtime);
  }

  /** {@return the workspace, with its data token} */
  public Workspace workspace() {
    Reading<WorkspacePayload> reading = calls.read("read workspace", WORKSPACE, OpenApi::workspace);
    return reading.content().toWorkspace("content.", reading);
  }

  /**
   * Creates a workspace on the free plan. Guance does not recognise a repetition: after an
   * exception that leaves the outcome open, look before you repeat.
   *
   * @param workspace what to create
   * @return the workspace and its key
   */
  public CreatedWorkspace createWorkspace(NewWorkspace workspace) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", workspace.name());
    workspace.description().ifPresent(text -> body.put("desc", text));
    body.put("language", workspace.language().code());
    body.put("needCreateAk", workspace.keyName().isPresent());
    workspace.keyName().ifPresent(name -> body.put("akName", name));
    Reading<CreatedPayload> reading =
        calls.write("create workspace", CREATED, api -> api.createWorkspace(body));
    return reading.content().toCreated(reading);
  }

  /**
   * Renames the workspace; repeatable.
   *
   * @param name the new name, at most 256 characters
   * @param description the new description, empty to leave it
   * @return the workspace
   */
  public Workspace modifyWorkspace(String name, Optional<String> description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", Limits.text("workspace.name", name, 256));
    description.ifPresent(text -> body.put("desc", text));
    Reading<WorkspacePayload> reading =
        calls.write("modify workspace", WORKSPACE, api -> api.modifyWorkspace(body));
    return reading.content().toWorkspace("content.", reading);
  }

  /** {@return the members, the owner among them} */
  public Stream<Member> members() {
    return calls.list(
        "list members",
        MEMBERS,
        page -> api -> api.members(null, page, Pages.LARGEST),
        MemberPayload::toMember);
  }

  /**
   * Invites people by e-mail. The link is valid for a day, and the workspace may ask its
   * administrator to approve.
   *
   * @param emails whom
   * @param roles the ids of their roles, such as {@code general}
   */
  public void invite(List<String> emails, List<String> roles) {
    if (emails.isEmpty() || emails.size() > INVITATIONS) {
      throw new InvalidInputException("emails", "must be 1 to " + INVITATIONS);
    }
    if (roles.isEmpty()) {
      throw new InvalidInputException("roles", "must not be empty");
    }
    Map<String, Object> body = Map.of("to", emails, "roleUUIDs", roles, "method", "email");
    calls.write("invite members", ANYTHING, api -> api.invite(body));
  }

  /**
   * Creates an API key.
   *
   * @param name its name
   * @return the key, with its secret
   */
  public AccessKey addAccessKey(String name) {
    Map<String, Object> body = Map.of("name", Limits.text("name", name, 256));
    Reading<AccessKeyPayload> reading =
        calls.write("add access key", KEY, api -> api.addAccessKey(body));
    return reading.content().toAccessKey("content.", reading);
  }

  /** {@return the API keys of the workspace} */
  public Stream<AccessKey> accessKeys() {
    return calls.list(
        "list access keys",
        KEYS,
        page -> api -> api.accessKeys(unlessFirst(page)),
        (key, reading) -> key.toAccessKey("content.", reading));
  }

  /** {@return what is left on the account that settles the workspace} */
  public Balance balance() {
    return calls.read("read balance", BALANCE, OpenApi::balance).content().toBalance();
  }

  /**
   * Reads the rows of the bills of some days.
   *
   * @param from the first day
   * @param to the last day
   * @return the rows
   */
  public Stream<BillRow> billDetails(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new InvalidInputException("from", "must not be after the last day");
    }
    String first = from.format(DateTimeFormatter.BASIC_ISO_DATE);
    String last = to.format(DateTimeFormatter.BASIC_ISO_DATE);
    return calls.list(
        "list bill details",
        BILL,
        page -> api -> api.billDetails(first, last, unlessFirst(page)),
        (row, reading) -> row.toBillRow());
  }

  /** {@return amounts by the names of the products, in the language of the workspace} */
  public Map<String, BigDecimal> billSummary() {
    return calls.read("read bill summary", SUMMARY, OpenApi::billSummary).content().amounts();
  }

  /**
   * Asks in DQL.
   *
   * @param query the question
   * @return the answer
   */
  public DqlResult query(DqlQuery query) {
    String queries = query.toJson();
    return calls.read("query data", RESULT, api -> api.query(queries)).content();
  }

  /**
   * Looks for the first host that a DataKit has reported. Reports come every few minutes, so ask
   * again rather than often.
   *
   * @param back how far to look back from now
   * @return the host's name, empty while none has reported
   */
  public Optional<String> firstHost(Duration back) {
    Instant now = runtime.clock().instant();
    return query(DqlQuery.hosts(now.minus(back), now)).texts("host").stream().findFirst();
  }

  /** Ends running calls and closes every connection. Repeatable. */
  @Override
  public void close() {
    calls.close();
  }

  /** Some lists document no pages; they are only asked for a second one if they speak of it. */
  private static @Nullable Integer unlessFirst(int page) {
    return page == 1 ? null : Integer.valueOf(page);
  }
}
