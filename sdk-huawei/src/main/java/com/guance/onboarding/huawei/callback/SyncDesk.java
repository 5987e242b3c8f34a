package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.SyncEvent.AllOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.ApplicationSync;
import com.guance.onboarding.huawei.callback.SyncEvent.AuthSync;
import com.guance.onboarding.huawei.callback.SyncEvent.SingleOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.SyncSubject;
import com.guance.onboarding.huawei.callback.SyncEvent.TenantSync;
import com.guance.onboarding.spi.SecretStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what the joint-operations kit says. Whoever it is about need not be known yet: then it
 * waits for them.
 */
final class SyncDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SyncDesk.class);

  private final BoundedPool pool;
  private final Lanes lanes;
  private final ClientSecrets clientSecrets;
  private final Optional<SecretStore> secretStore;

  SyncDesk(
      BoundedPool pool,
      Lanes lanes,
      ClientSecrets clientSecrets,
      Optional<SecretStore> secretStore) {
    this.pool = pool;
    this.lanes = lanes;
    this.clientSecrets = clientSecrets;
    this.secretStore = secretStore;
  }

  Answer answer(SyncEvent event, Call call) {
    if (flag(event) == SyncFlag.UNKNOWN) {
      LOG.warn("{} brought a flag that this version does not know", event.activity());
      return Answer.of(ResultCode.INVALID_PARAMETER);
    }
    return pool.call(
        () -> {
          boolean rehearsal = rehearsal(event);
          List<Observed> facts = facts(event, rehearsal);
          Optional<String> staff = rehearsal ? Optional.empty() : StaffLists.write(event);
          return lanes.store(lanes.lane(rehearsal), call, EventFacts.whom(event), facts, staff);
        },
        call.end());
  }

  /**
   * A seller who applies for credentials has no instance yet, and is nobody's customer. KooGallery
   * does not mark what it says of an instance that a debugging order has opened.
   */
  private boolean rehearsal(SyncEvent event) {
    SyncSubject subject = event.subject();
    boolean mock =
        event instanceof TenantSync sync && sync.orderId().filter(Lanes::mock).isPresent();
    return subject.test()
        || mock
        || subject.instance().isEmpty()
        || lanes.laneOf(subject.instance().get(), false).filter(lanes::rehearsal).isPresent();
  }

  private static SyncFlag flag(SyncEvent event) {
    if (event instanceof TenantSync sync) {
      return sync.flag();
    } else if (event instanceof ApplicationSync sync) {
      return sync.flag();
    } else if (event instanceof AuthSync sync) {
      return sync.flag();
    } else if (event instanceof SingleOrgSync sync) {
      return sync.flag();
    }
    return SyncFlag.MODIFY; // a full list has none
  }

  private List<Observed> facts(SyncEvent event, boolean rehearsal) {
    Instant at = Call.at(rehearsal, event.subject().at());
    if (event instanceof TenantSync sync) {
      return EventFacts.of(sync, at);
    } else if (event instanceof ApplicationSync sync) {
      return EventFacts.of(sync, keep(sync, rehearsal), at);
    } else if (event instanceof AuthSync sync) {
      return EventFacts.of(sync, at);
    } else if (event instanceof SingleOrgSync || event instanceof AllOrgSync) {
      return EventFacts.departments(event, at);
    }
    throw new IllegalStateException("a synchronization without facts: " + event.activity());
  }

  /**
   * Keeps the client secret and returns where. Each version has a name of its own, so that one that
   * comes late does not replace a newer one. What is unbound has no secret worth keeping; of a
   * rehearsal it is only tried whether one could be read, because nothing else shows a wrong key
   * before the first customer.
   */
  private Optional<String> keep(ApplicationSync sync, boolean rehearsal) {
    if (sync.flag() == SyncFlag.DELETE
        || sync.clientSecret().isEmpty()
        || !clientSecrets.possible()) {
      return Optional.empty();
    }
    String sealed = sync.clientSecret().get();
    String app = sync.subject().app().map(AppId::value).orElse("");
    if (rehearsal) {
      if (clientSecrets.open(sealed).isEmpty()) {
        LOG.warn("no configured private key opens the client secret of a rehearsal of {}", app);
      }
      return Optional.empty();
    }
    return secretStore.map(store -> put(store, sync.subject(), sealed, app));
  }

  private String put(SecretStore store, SyncSubject subject, String sealed, String app) {
    Optional<Secret> secret = clientSecrets.open(sealed);
    if (secret.isEmpty()) {
      LOG.error("no configured private key opens the client secret of {}", app);
      throw new IllegalStateException("the client secret cannot be opened");
    }
    String tenant = subject.tenant().map(TenantId::value).orElse("");
    String name = "koogallery/" + tenant + "/" + app + "@" + subject.at().toEpochMilli();
    store.put(name, secret.get());
    return name;
  }
}
