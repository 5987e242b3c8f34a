package com.guance.onboarding.testkit.conformance;

import java.net.URI;

/** The parts of KooGallery's contract that scenarios judge, with the page that states them. */
public enum Section {
  /** How requests come in and answers go out. */
  TRANSPORT("1.1 transport", "zh-cn_topic_0070649247"),
  /** The list of activities. */
  ACTIVITIES("1.2 activities", "zh-cn_topic_0070649414"),
  /** Creating an instance. */
  NEW_INSTANCE("1.3 newInstance", "zh-cn_topic_0070649427"),
  /** Reading instances. */
  QUERY_INSTANCE("1.4 queryInstance", "zh-cn_topic_0070649428"),
  /** Renewing. */
  REFRESH_INSTANCE("1.5 refreshInstance", "zh-cn_topic_0070649429"),
  /** Freezing and unfreezing. */
  UPDATE_INSTANCE_STATUS("1.6 updateInstanceStatus", "zh-cn_topic_0070649430"),
  /** Releasing. */
  RELEASE_INSTANCE("1.7 releaseInstance", "zh-cn_topic_0070649431"),
  /** Upgrading. */
  UPGRADE_INSTANCE("1.8 upgradeInstance", "zh-cn_topic_0070649432"),
  /** The question before a change. */
  CHANGE_INSTANCE_CHECK("1.9 changeInstanceCheck", "zh-cn_topic_0000002411753620"),
  /** The notice of an order. */
  ORDER_NOTIFY("1.10 orderNotify", "zh-cn_topic_0000002091799153"),
  /** The signature of the production interface. */
  SIGNATURE("2.1 signature", "zh-cn_topic_0070649476"),
  /** The signature of the synchronization interface. */
  SYNC_SIGNATURE("2.2 x-sign", "zh-cn_topic_0070649476"),
  /** The signature of answers. */
  BODY_SIGN("2.3 Body-Sign", "zh-cn_topic_0082027567"),
  /** Organizations. */
  TENANT_SYNC("3.1 tenantSync", "zh-cn_topic_0070649433"),
  /** Applications. */
  APPLICATION_SYNC("3.1 applicationSync", "zh-cn_topic_0070649434"),
  /** Members. */
  AUTH_SYNC("3.1 authSync", "zh-cn_topic_0070649435"),
  /** One department. */
  SINGLE_ORG_SYNC("3.1 singleOrgSync", "zh-cn_topic_0070649436"),
  /** All departments. */
  ALL_ORG_SYNC("3.1 allOrgSync", "zh-cn_topic_0070649437"),
  /** The codes of answers. */
  RESULT_CODES("4 result codes", "zh-cn_topic_0070649421");

  private static final String SELLER_GUIDE = "https://support.huaweicloud.com/accessg-marketplace/";

  private final String title;
  private final String page;

  Section(String title, String page) {
    this.title = title;
    this.page = page;
  }

  /** {@return number and name of the section, such as {@code 2.1 signature}} */
  public String title() {
    return title;
  }

  /** {@return KooGallery's own page} */
  public URI page() {
    return URI.create(SELLER_GUIDE + page + ".html");
  }
}
