package com.guance.onboarding.spi;

/**
 * Seals what must not be readable in a store, and opens it again. Safe for several threads.
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
}
