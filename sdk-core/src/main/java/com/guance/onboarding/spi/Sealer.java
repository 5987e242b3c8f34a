package com.guance.onboarding.spi;

/**
 * Seals what must not be readable in a store, opens it again, and names it. Safe for several
 * threads.
 *
 * <p>Every method may throw {@link com.guance.onboarding.error.StoreException} when a key is
 * missing or wrong; data is never lost by that.
 */
public interface Sealer {

  /**
   * Seals a text.
   *
   * @param text the text
   * @param context what it belongs to; opening needs the same
   * @return printable characters
   */
  String seal(String text, String context);

  /**
   * Opens a sealed text.
   *
   * @param sealed what {@link #seal} returned
   * @param context what it belongs to
   * @return the text
   */
  String open(String sealed, String context);

  /**
   * Makes a name for a text that may not stand in a store: equal texts have equal names under one
   * key, and nobody without the key can guess a text and compare.
   *
   * @param purpose what the text is; for another purpose it has another name
   * @param text the text
   * @return printable characters, at most 128; others after a change of keys
   */
  String name(String purpose, String text);
}
