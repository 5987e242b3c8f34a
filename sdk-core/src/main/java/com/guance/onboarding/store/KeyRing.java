package com.guance.onboarding.store;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which personal data and secrets are sealed: 256 bits each, one of them current.
 *
 * <p>The current key seals, every key opens. To change keys while nodes run: add the new key behind
 * the current one and let all nodes have it, then put it first, then seal the secrets again with
 * {@link JdbcSecretStore#reseal()}. Take an old key away only when nothing is sealed under it any
 * more; {@code docs/data.md} says how to know. Immutable; shows ids and never a key.
 */
public final class KeyRing {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final int KEY_BYTES = 32;
  private static final String FIELD = "keyRing";

  private final Map<String, SecretKeySpec> keys;

  private KeyRing(Map<String, SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Makes a ring from a setting: {@code id:key}, several with commas between them, the first one
   * current. A key is 32 random bytes in Base64, as {@code openssl rand -base64 32} prints them.
   *
   * @param setting such as {@code 2026-07:q83v…,2026-01:SGVs…}
   * @return the ring
   * @throws InvalidSettingException if it cannot be read; the message holds no key
   */
  public static KeyRing parse(Secret setting) {
    Map<String, Secret> keys = new LinkedHashMap<>();
    String first = "";
    for (String one : setting.reveal().split(",", -1)) {
      List<String> parts = Arrays.stream(one.strip().split(":", -1)).map(String::strip).toList();
      if (parts.size() != 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
        throw new InvalidSettingException(
            FIELD, "must be id:key, with commas between several", "write the current key first");
      }
      first = first.isEmpty() ? parts.get(0) : first;
      if (keys.put(parts.get(0), Secret.of(parts.get(1))) != null) {
        throw new InvalidSettingException(FIELD, "an id stands twice", "give each key its own id");
      }
    }
    return of(first, keys);
  }

  /**
   * Makes a ring.
   *
   * @param current the id of the key that seals
   * @param keys all keys by their ids; each 32 bytes in Base64
   * @return the ring
   * @throws InvalidSettingException if a key or an id cannot be used; the message holds no key
   */
  public static KeyRing of(String current, Map<String, Secret> keys) {
    if (!keys.containsKey(current)) {
      throw new InvalidSettingException(FIELD, "lacks the current key", "add it to the keys");
    }
    Map<String, SecretKeySpec> ring = new LinkedHashMap<>();
    ring.put(current, key(current, keys.get(current)));
    keys.forEach((id, secret) -> ring.computeIfAbsent(id, missing -> key(missing, secret)));
    return new KeyRing(ring);
  }

  private static SecretKeySpec key(String id, Secret secret) {
    if (!ID.matcher(id).matches()) {
      throw new InvalidSettingException(
          FIELD,
          "an id must be letters, digits, hyphens and underscores",
          "write at most 32 of them");
    }
    byte[] bytes = decode(secret.reveal());
    if (bytes.length != KEY_BYTES) {
      throw new InvalidSettingException(
          FIELD, "key " + id + " must be 32 bytes in Base64", "make one: openssl rand -base64 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** {@return the id of the key that seals} */
  public String current() {
    return ids().get(0);
  }

  /** {@return the ids of all keys, the current one first} */
  public List<String> ids() {
    return List.copyOf(keys.keySet());
  }

  Optional<SecretKeySpec> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** Returns the ids. */
  @Override
  public String toString() {
    return "KeyRing" + keys.keySet();
  }
}
