package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One request as KooGallery would send it, and the ways in which it can be spoilt. Sign first, then
 * change what was signed: the order of calls is the order of events.
 */
final class Request {

  private final Channel channel;
  private final String path;
  private final Secret key;
  private String method = "POST";
  private byte[] body;
  private String nonce;
  private String timestamp;
  private List<Map.Entry<String, String>> stamp = List.of();

  /**
   * Signs a request.
   *
   * @param path what follows the production URL
   * @param when the time of signing, in milliseconds
   */
  Request(Channel channel, String path, Secret key, byte[] body, Stamp when) {
    this.channel = channel;
    this.path = path;
    this.key = key;
    this.body = body;
    this.nonce = when.nonce();
    this.timestamp = when.timestamp();
    sign(key, body);
  }

  /** What makes each request another one. */
  record Stamp(String nonce, String timestamp) {}

  private Request sign(Secret by, byte[] payload) {
    return signature(channel.sign(by, nonce, timestamp, payload));
  }

  private Request signature(String signature) {
    stamp =
        List.of(
            Map.entry(channel.signature(), signature),
            Map.entry(channel.timestamp(), timestamp),
            Map.entry(channel.nonce(), nonce));
    return this;
  }

  /** Signs again, at another time. */
  Request signedAt(String time) {
    this.timestamp = time;
    return sign(key, body);
  }

  /** Signs again, with another nonce. */
  Request signedWithNonce(String other) {
    this.nonce = other;
    return sign(key, body);
  }

  /** Signs again, with another key. */
  Request signedBy(Secret other) {
    return sign(other, body);
  }

  /** Signs another form of the body than the one that is sent. */
  Request signedOver(byte[] form) {
    return sign(key, form);
  }

  /** Carries this in place of a signature. */
  Request signedAs(String signature) {
    return signature(signature);
  }

  /** Sends other bytes than were signed. */
  Request sending(byte[] other) {
    this.body = other;
    return this;
  }

  Request method(String other) {
    this.method = other;
    return this;
  }

  /** Leaves a part of the stamp away. */
  Request without(String name) {
    stamp = stamp.stream().filter(one -> !one.getKey().equals(name)).toList();
    return this;
  }

  /** Changes a part of the stamp after signing. */
  Request changed(String name, UnaryOperator<String> change) {
    stamp =
        stamp.stream()
            .map(
                one ->
                    one.getKey().equals(name) ? Map.entry(name, change.apply(one.getValue())) : one)
            .toList();
    return this;
  }

  /** Adds a second value for a part of the stamp. */
  Request twice(String name, String second) {
    List<Map.Entry<String, String>> more = new ArrayList<>(stamp);
    more.add(Map.entry(name, second));
    stamp = List.copyOf(more);
    return this;
  }

  /** Spells the names of the stamp otherwise. */
  Request spelt(UnaryOperator<String> spelling) {
    stamp =
        stamp.stream().map(one -> Map.entry(spelling.apply(one.getKey()), one.getValue())).toList();
    return this;
  }

  Channel channel() {
    return channel;
  }

  String nonce() {
    return nonce;
  }

  String timestamp() {
    return timestamp;
  }

  String path() {
    return path;
  }

  String method() {
    return method;
  }

  byte[] body() {
    return body;
  }

  List<Map.Entry<String, String>> stamp() {
    return stamp;
  }
}
