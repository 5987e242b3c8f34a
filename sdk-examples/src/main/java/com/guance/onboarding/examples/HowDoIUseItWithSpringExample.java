package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.InMemoryStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Where does it sit in a Spring application? One bean, closed with the context, and one schedule.
 */
final class HowDoIUseItWithSpringExample {

  private HowDoIUseItWithSpringExample() {}

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class OnboardingConfiguration {

    @Bean
    OnboardingStore onboardingStore() {
      return InMemoryStore.create(); // in production: a JdbcStore on the application's DataSource
    }

    @Bean(destroyMethod = "close")
    OnboardingFlow onboardingFlow(OnboardingStore store) {
      return OnboardingFlow.builder().store(store).build();
    }

    @Bean
    Resumption resumption(OnboardingFlow flow) {
      return new Resumption(flow);
    }
  }

  /** Any number of nodes may do this at the same time; onboarding-scheduler can do it instead. */
  record Resumption(OnboardingFlow flow) {

    @Scheduled(fixedDelay = 60_000)
    void resume() {
      flow.resumeDue(100);
    }
  }

  static Progress run() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(OnboardingConfiguration.class)) {
      OnboardingFlow flow = context.getBean(OnboardingFlow.class);
      OrderKey order = new OrderKey("CS-1", "CS-1-000001");
      OnboardingId id = flow.begin(OnboardingRequest.of(order).member("Wendy").build());
      return flow.advance(id);
    }
  }
}
