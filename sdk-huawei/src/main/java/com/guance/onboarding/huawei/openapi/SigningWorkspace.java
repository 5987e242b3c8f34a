package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The buffers and the two engines of one signature at a time, so that signing leaves nothing behind
 * but the header's text. Not thread-safe.
 */
final class SigningWorkspace {

  private static final String MAC_ALGORITHM = "HmacSHA256";
  private static final String DATE = "x-sdk-date";
  private static final String CONTENT_HASH = "x-sdk-content-sha256";
  private static final byte[] ALGORITHM = CanonicalBytes.ascii("SDK-HMAC-SHA256");
  private static final byte[] ACCESS = CanonicalBytes.ascii(" Access=");
  private static final byte[] SIGNED_HEADERS = CanonicalBytes.ascii(", SignedHeaders=");
  private static final byte[] SIGNATURE = CanonicalBytes.ascii(", Signature=");
  private static final byte[] EMPTY_HASH =
      CanonicalBytes.ascii("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  private final CanonicalBytes text = new CanonicalBytes();
  private final CanonicalBytes header = new CanonicalBytes();
  private final CanonicalBytes canonicalPath = new CanonicalBytes();
  private final CanonicalQuery query = new CanonicalQuery();
  private final byte[] hash = new byte[32];
  private final MessageDigest digest;
  private final Mac mac;
  private @Nullable String macKey;
  private @Nullable String lastPath;
  private int[] order = new int[8];

  SigningWorkspace() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
      mac = Mac.getInstance(MAC_ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  /** Returns the value of the {@code Authorization} header. */
  String authorization(AccessKeys keys, SignableRequest request) {
    try {
      sort(request.headers);
      header.clear();
      header.add(ALGORITHM);
      header.add(ACCESS);
      header.add(keys.accessKey());
      header.add(SIGNED_HEADERS);
      writeCanonicalRequest(request);
      header.add(SIGNATURE);
      writeStringToSign(required(request.headers, DATE));
      useKey(keys.secretKey());
      text.feed(mac);
      mac.doFinal(hash, 0);
      header.addHex(hash);
      return header.asText();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign", e);
    }
  }

  /** Leaves the hash of what the last signature said about the request. */
  byte[] canonicalRequestHash(SignableRequest request) throws DigestException {
    sort(request.headers);
    header.clear();
    writeCanonicalRequest(request);
    hashText();
    return hash.clone();
  }

  private void writeCanonicalRequest(SignableRequest request) throws DigestException {
    text.clear();
    text.add(request.method);
    text.add('\n');
    writePath(request.path);
    text.add('\n');
    query.write(request.query, text);
    text.add('\n');
    writeHeaders(request.headers);
    text.add('\n');
    writeBodyHash(request);
  }

  /** A client calls few paths, often one after another: the last one is kept as it is signed. */
  private void writePath(String path) {
    if (!path.equals(lastPath)) {
      lastPath = null;
      canonicalPath.clear();
      encodePath(path);
      lastPath = path;
    }
    text.add(canonicalPath, 0, canonicalPath.length());
  }

  /** Every segment encoded, and a slash at the end even if none is sent. */
  private void encodePath(String path) {
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      canonicalPath.addPercentEncoded(path, from, slash);
      canonicalPath.add('/');
      from = slash + 1;
    }
    if (from < path.length() || path.isEmpty()) {
      canonicalPath.addPercentEncoded(path, from, path.length());
      canonicalPath.add('/');
    }
  }

  /** The headers, an empty line, and their names; the names go into the answer as well. */
  private void writeHeaders(String[] headers) {
    int names = headers.length / 2;
    for (int i = 0; i < names; i++) {
      text.add(headers[order[i]]);
      text.add(':');
      writeTrimmed(headers[order[i] + 1]);
      text.add('\n');
    }
    text.add('\n');
    int start = text.length();
    for (int i = 0; i < names; i++) {
      if (i > 0) {
        text.add(';');
      }
      text.add(headers[order[i]]);
    }
    header.add(text, start, text.length());
  }

  private void writeTrimmed(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && value.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && value.charAt(to - 1) <= ' ') {
      to--;
    }
    text.add(value, from, to);
  }

  private void writeBodyHash(SignableRequest request) throws DigestException {
    String given = value(request.headers, CONTENT_HASH);
    if (given != null) {
      text.add(given);
    } else if (request.body.length == 0) {
      text.add(EMPTY_HASH);
    } else {
      digest.update(request.body);
      digest.digest(hash, 0, hash.length);
      text.addHex(hash);
    }
  }

  private void writeStringToSign(String date) throws DigestException {
    hashText();
    text.clear();
    text.add(ALGORITHM);
    text.add('\n');
    text.add(date);
    text.add('\n');
    text.addHex(hash);
  }

  private void hashText() throws DigestException {
    text.feed(digest);
    digest.digest(hash, 0, hash.length);
  }

  /** Preparing the engine for a key costs a third of a signature, so it keeps the last one. */
  private void useKey(Secret secretKey) throws GeneralSecurityException {
    String key = secretKey.reveal();
    if (!key.equals(macKey)) {
      macKey = null;
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), MAC_ALGORITHM));
      macKey = key;
    }
  }

  /** Sorts the positions of the names; requests have a handful of headers. */
  private void sort(String[] headers) {
    int names = headers.length / 2;
    if (order.length < names) {
      order = new int[names];
    }
    for (int i = 0; i < names; i++) {
      String name = headers[2 * i];
      int at = i;
      while (at > 0 && headers[order[at - 1]].compareTo(name) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = 2 * i;
    }
  }

  private static String required(String[] headers, String name) {
    String value = value(headers, name);
    if (value == null) {
      throw new IllegalArgumentException("a signed request needs the header " + name);
    }
    return value;
  }

  private static @Nullable String value(String[] headers, String name) {
    for (int i = 0; i + 1 < headers.length; i += 2) {
      if (headers[i].equals(name)) {
        return headers[i + 1];
      }
    }
    return null;
  }
}
