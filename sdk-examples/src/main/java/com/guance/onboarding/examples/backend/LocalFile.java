package com.guance.onboarding.examples.backend;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An H2 database in files of this machine.
 *
 * @param path the files' name without its ending
 */
record LocalFile(Path path) {

  private static final Pattern URL = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:mem|tcp|ssl|zip|nio\\w*|split):.*");

  /** The file of a URL; empty if the database is somewhere else. */
  static Optional<LocalFile> of(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches() || ELSEWHERE.matcher(matcher.group(1)).matches()) {
      return Optional.empty();
    }
    String home = System.getProperty("user.home");
    String name = matcher.group(1).replaceFirst("^~", Matcher.quoteReplacement(home));
    return Optional.of(new LocalFile(Path.of(name).toAbsolutePath().normalize()));
  }

  /** Where H2 keeps the data. */
  Path data() {
    return Path.of(path + ".mv.db");
  }

  /** Where the seller's private key lies if none is given. */
  Path sellerKey() {
    return Path.of(path + ".seller.pem");
  }

  /** Where the keys lie unless others are given. */
  Path keys() {
    return Path.of(path + ".keys");
  }
}
