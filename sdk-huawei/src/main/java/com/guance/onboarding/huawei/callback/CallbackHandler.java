package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import com.guance.onboarding.huawei.callback.Gate.Passage;
import com.guance.onboarding.huawei.callback.Gate.Refused;
import com.guance.onboarding.spi.SecretStore;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door for KooGallery's callbacks: a request in, a signed reply out.
 *
 * <p>What is answered with success has been verified and is stored. There is an answer within the
 * time of the settings whatever the store and the partner's code do. Safe for several threads;
 * blocking. Owns one bounded pool of threads, which {@link #close()} ends.
 */
public final class CallbackHandler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackHandler.class);

  private final int maxBodyBytes;
  private final Duration answerWithin;
  private final Replies replies;
  private final Gate gate;
  private final BoundedPool pool;
  private final Desk desk;

  private CallbackHandler(Builder builder) {
    CallbackSettings settings = builder.settings;
    KeyRing keyRing = new KeyRing(settings);
    ClientSecrets clientSecrets =
        new ClientSecrets(
            settings.privateKeys().stream().map(PemKey::read).toList(), settings.oaepDigests());
    this.maxBodyBytes = settings.maxBodyBytes();
    this.answerWithin = settings.answerWithin();
    this.replies = new Replies(keyRing);
    this.gate = new Gate(settings, keyRing, replies);
    this.pool = new BoundedPool(settings);
    Lanes lanes = new Lanes(builder.flow.inbox(), settings.window());
    URI entry = settings.entryAddress().orElse(URI.create(""));
    this.desk =
        new Desk(
            pool,
            lanes,
            builder.decisions,
            new QuestionDesk.Directory(builder.flow::find, entry),
            new SyncDesk(pool, lanes, clientSecrets, Optional.ofNullable(builder.secretStore)));
  }

  /**
   * Starts to build a handler.
   *
   * @param flow where events go; built with {@code callbacks(true)}; not closed by the handler
   * @param settings keys and limits
   * @return a builder
   */
  public static Builder builder(OnboardingFlow flow, CallbackSettings settings) {
    return new Builder(flow, settings);
  }

  /**
   * Verifies, stores and answers one callback.
   *
   * <p>Repeatable as KooGallery repeats: the same order, the same change, the same bytes get the
   * same answer, and nothing happens twice.
   *
   * @param request what came in
   * @return what to send back; never throws
   */
  public CallbackReply handle(CallbackRequest request) {
    try {
      Passage passage = gate.admit(request);
      return passage instanceof Refused refused ? refused.reply() : answer((Admitted) passage);
    } catch (RuntimeException
        | Error e) { // a class that is missing must not leave KooGallery waiting
      Route route = Route.of(request.path());
      LOG.error("{} failed: {}", route.operation(), told(e));
      return replies.refusal(route, ResultCode.INTERNAL_ERROR);
    }
  }

  /** Our own words; the message of a store's or a partner's exception could hold anything. */
  private static String told(Throwable e) {
    return e instanceof OnboardingException
        ? String.valueOf(e.getMessage())
        : e.getClass().getName();
  }

  private CallbackReply answer(Admitted admitted) {
    CallbackEvent event = admitted.event();
    Call call = Call.of(admitted.verified().stamp(), answerWithin);
    Answer answer = desk.answer(event, call);
    LOG.info("{} answered {}", event, answer.code().code());
    return replies.answer(admitted.verified().key(), answer.body(), answer.touched());
  }

  /** The most bytes of a body that are worth reading, plus one to tell that there are more. */
  int bytesWorthReading() {
    return maxBodyBytes + 1;
  }

  /**
   * Ends the pool; calls that come later are answered with an internal error. The partner's code is
   * interrupted at once, the store's work after 5 seconds. Repeatable.
   */
  @Override
  public void close() {
    pool.close();
  }

  /** Collects what a handler works with; not safe for several threads. */
  public static final class Builder {

    private final OnboardingFlow flow;
    private final CallbackSettings settings;
    private PartnerDecisions decisions = new PartnerDecisions() {};
    private @Nullable SecretStore secretStore;

    private Builder(OnboardingFlow flow, CallbackSettings settings) {
      this.flow = Objects.requireNonNull(flow, "flow");
      this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Answers what only the partner can answer. Default: every question's own default.
     *
     * @param value the partner's answers
     * @return this builder
     */
    public Builder decisions(PartnerDecisions value) {
      this.decisions = Objects.requireNonNull(value, "decisions");
      return this;
    }

    /**
     * Where the client secrets of applicationSync are kept, sealed. Default: nowhere; then members
     * cannot sign in through the SDK.
     *
     * @param value the store
     * @return this builder
     */
    public Builder secretStore(SecretStore value) {
      this.secretStore = Objects.requireNonNull(value, "secretStore");
      return this;
    }

    /**
     * Builds the handler.
     *
     * @return the handler
     * @throws com.guance.onboarding.error.InvalidSettingException if a private key is none
     */
    public CallbackHandler build() {
      return new CallbackHandler(this);
    }
  }
}
