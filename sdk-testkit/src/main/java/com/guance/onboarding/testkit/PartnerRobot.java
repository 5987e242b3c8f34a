package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the buyer of an order to the end, as a person with two windows open: the consoles, and the
 * partner's pages. One thread, a bounded number of looks for each order; ends with the emulator.
 */
final class PartnerRobot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerRobot.class);
  private static final long LOOK_EVERY_MILLIS = 100;
  private static final int LOOKS = 6000;

  /** How many looks at a page that asks for nothing before the robot acts by itself. */
  private static final int PATIENCE = 10;

  private static final int ANSWERS_TO_ONE_TASK = 10;
  private static final int SIGN_INS = 3;
  private static final Set<TaskKind> ONE_SITTING =
      Set.of(
          TaskKind.CREATE_ORGANIZATION,
          TaskKind.ADD_MEMBER,
          TaskKind.BIND_APP,
          TaskKind.AUTHORIZE_MEMBERS);

  private final ConsoleActs acts;
  private final ConsoleSitting sitting;
  private final Buyer buyer;
  private final PartnerPages pages;
  private final Supplier<Optional<PartnerConnection>> partner;
  private final Map<OrderKey, Play> plays = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor thread;

  PartnerRobot(
      ConsoleActs acts,
      Buyer buyer,
      Browser browser,
      Supplier<Optional<PartnerConnection>> partner) {
    this.acts = acts;
    this.sitting = new ConsoleSitting(acts);
    this.buyer = buyer;
    this.pages = new PartnerPages(browser);
    this.partner = partner;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread robot = new Thread(task, "onboarding-emulator-robot");
              robot.setDaemon(true);
              return robot;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** How far the robot is with one order; used by its thread only. */
  private static final class Play {
    int looks;
    int idle;
    int signIns;
    final Map<String, Integer> answers = new HashMap<>();
    final Map<String, Integer> answeredAt = new HashMap<>();
  }

  void play(OrderKey order) {
    plays.put(order, new Play());
    lookAgain(order);
  }

  void forget(OrderKey order) {
    plays.remove(order);
  }

  void forget() {
    plays.clear();
  }

  private void lookAgain(OrderKey order) {
    try {
      Future<?> unused =
          thread.schedule(() -> look(order), LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      plays.remove(order);
    }
  }

  private void look(OrderKey order) {
    Play play = plays.get(order);
    Optional<PartnerConnection> backend = partner.get();
    if (play == null) {
      return;
    }
    boolean done = false;
    try {
      done = ++play.looks > LOOKS || (backend.isPresent() && goOn(order, play, backend.get()));
    } catch (Refused | IllegalStateException e) {
      LOG.debug("order {}: {}", order, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the robot failed at order {}", order, e);
    }
    if (done) {
      plays.remove(order);
    } else {
      lookAgain(order);
    }
  }

  /** One look at both windows; true when there is nothing left to do. */
  private boolean goOn(OrderKey order, Play play, PartnerConnection backend) {
    if (!sitting.ready(order)) {
      return false;
    }
    Optional<PartnerPages.Page> page = pages.of(order, backend.origin());
    if (page.filter(PartnerPages.Page::finished).isPresent()) {
      return !page.get().completed() || hasSignedIn(order, play);
    }
    List<PersonTask> tasks = page.map(PartnerPages.Page::tasks).orElse(List.of());
    if (!tasks.isEmpty()) {
      play.idle = 0;
      tasks.forEach(task -> attend(task, order, play, backend));
    } else if (++play.idle >= PATIENCE) {
      play.idle = 0;
      sitting.sit(order, Map.of());
    }
    return false;
  }

  /** The last thing a buyer does is to go in; a backend that lets nobody in is left alone. */
  private boolean hasSignedIn(OrderKey order, Play play) {
    String account =
        acts.binding(order).map(BindingRow::bindingId).stream()
            .flatMap(binding -> acts.authorized(binding).stream())
            .findFirst()
            .orElse("");
    return account.isEmpty()
        || buyer.enter(order, account).signedIn()
        || ++play.signIns >= SIGN_INS;
  }

  private void attend(PersonTask task, OrderKey order, Play play, PartnerConnection backend) {
    if (ONE_SITTING.contains(task.kind())) {
      sitting.sit(order, task.details());
      return;
    }
    int answers = play.answers.getOrDefault(task.id(), 0);
    boolean justAnswered =
        play.looks - play.answeredAt.getOrDefault(task.id(), -PATIENCE) < PATIENCE;
    if (justAnswered || answers >= ANSWERS_TO_ONE_TASK) {
      return; // the backend may be at it, or wants something that the robot cannot give
    }
    play.answers.put(task.id(), answers + 1);
    play.answeredAt.put(task.id(), play.looks);
    pages.answer(task, values(task, order), backend.origin());
  }

  private Map<String, String> values(PersonTask task, OrderKey order) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!task.asksForSecret()) {
      values.putAll(buyer.play(task, order));
    }
    Map<String, Secret> secrets = buyer.answer(task).orElse(Map.of());
    secrets.forEach((name, secret) -> values.put(name, secret.reveal()));
    return values;
  }

  @Override
  public void close() {
    plays.clear();
    thread.shutdownNow();
  }
}
