package com.guance.onboarding.huawei.callback;

/**
 * Where a request goes, told by its path alone: KooGallery appends a fixed path to a product's
 * production URL for each synchronization.
 *
 * @param channel the interface
 * @param product the path of the product's production URL
 * @param activity the synchronization's name; empty on the production interface, whose body names
 *     it
 */
record Route(Channel channel, String product, String activity) {

  private static final String SYNC = "/produceAPI/";
  private static final String VERSION = "v2/";

  static Route of(String path) {
    String trimmed = trimmed(path);
    int sync = trimmed.lastIndexOf(SYNC);
    if (sync < 0) {
      return new Route(Channel.PRODUCTION, trimmed, "");
    }
    String rest = trimmed.substring(sync + SYNC.length());
    String activity = rest.startsWith(VERSION) ? rest.substring(VERSION.length()) : rest;
    String product = sync == 0 ? "/" : trimmed.substring(0, sync);
    return new Route(Channel.SYNCHRONIZATION, product, activity);
  }

  /**
   * Whether requests can have this path of a product: theirs is compared without its last slash.
   */
  static boolean names(String product) {
    return product.startsWith("/") && product.equals(trimmed(product));
  }

  private static String trimmed(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** What a refusal is logged under: nothing that a stranger could choose. */
  String operation() {
    return channel == Channel.PRODUCTION ? "production callback" : "synchronization callback";
  }
}
