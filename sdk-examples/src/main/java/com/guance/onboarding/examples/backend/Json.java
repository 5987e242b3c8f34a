package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The backend's JSON. Using the mapper makes it, which takes long: not while the backend starts.
 */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}
}
