package com.guance.onboarding.huawei.callback;

/** What an answer to KooGallery says (contracts/koogallery.md §4). */
public enum ResultCode {
  /** Done. */
  SUCCESS("000000", "success."),
  /** The request is not believed. */
  AUTHENTICATION_FAILED("000001", "authentication failed."),
  /** The request cannot be understood or carried out as it stands. */
  INVALID_PARAMETER("000002", "invalid request parameter."),
  /** Nobody knows the instance. */
  INSTANCE_UNKNOWN("000003", "the instance does not exist."),
  /** The instance is being made; KooGallery asks again. */
  PROCESSING("000004", "processing."),
  /** Something failed on our side; KooGallery repeats the call. */
  INTERNAL_ERROR("000005", "internal error."),
  /** No instance can be had at present. */
  NO_RESOURCE("000100", "no instance resource available."),
  /** The mobile number is missing or in use. */
  MOBILE_REFUSED("000101", "the mobile number is empty or duplicate."),
  /** The e-mail address is missing or in use. */
  EMAIL_REFUSED("000102", "the e-mail address is empty or duplicate."),
  /** The buyer has the product already. */
  ALREADY_PURCHASED("000103", "the product has been purchased."),
  /** The service behind the product failed. */
  SERVICE_ERROR("000104", "internal service error."),
  /** The account has these benefits already. */
  ALREADY_SUBSCRIBED("000105", "the account has subscribed to the benefits."),
  /** The product is sold out. */
  SOLD_OUT("000106", "the product is sold out."),
  /** The e-mail domain is in use. */
  EMAIL_DOMAIN_TAKEN("000107", "the e-mail domain exists."),
  /** The licences of the order are used up. */
  LICENSE_QUOTA_EXHAUSTED("000900", "the license quota of the order is used up."),
  /** An asynchronous licence application failed. */
  LICENSE_ERROR_1("000901", "license application failed."),
  /** An asynchronous licence application failed. */
  LICENSE_ERROR_2("000902", "license application failed."),
  /** An asynchronous licence application failed. */
  LICENSE_ERROR_3("000903", "license application failed."),
  /** A code that this version does not know; never sent. */
  UNKNOWN("", "");

  private final String code;
  private final String message;

  ResultCode(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** {@return the six digits, empty for {@link #UNKNOWN}} */
  public String code() {
    return code;
  }

  /** {@return the sentence that is sent with it; always the same, so that it tells nothing} */
  public String message() {
    return message;
  }

  /**
   * Reads a code; {@code 0000004}, a misprint of one of KooGallery's pages, counts as {@code
   * 000004}.
   *
   * @param code the digits
   * @return the code, {@link #UNKNOWN} for one that is not listed
   */
  public static ResultCode of(String code) {
    for (ResultCode value : values()) {
      if (value != UNKNOWN && value.code.equals(code)) {
        return value;
      }
    }
    return code.equals("0000004") ? PROCESSING : UNKNOWN;
  }
}
