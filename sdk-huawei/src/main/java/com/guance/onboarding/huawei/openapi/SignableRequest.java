package com.guance.onboarding.huawei.openapi;

/**
 * The parts of a request that its signature covers. Nothing is copied: the arrays belong to the
 * caller and are only read while the request is being signed.
 */
final class SignableRequest {

  final String method;
  final String path;
  final String query;
  final String[] headers;
  final byte[] body;

  /**
   * Takes the parts as they are sent.
   *
   * @param method the HTTP method in capitals
   * @param path the path, percent-encoded as it is sent
   * @param query the query, percent-encoded as it is sent, empty if there is none
   * @param headers names in lower case and values by turns, each name once; the date among them
   * @param body the bytes of the body, empty if there is none
   */
  SignableRequest(String method, String path, String query, String[] headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }
}
