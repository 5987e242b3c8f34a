package com.guance.onboarding.testkit;

/**
 * A call that a gateway received.
 *
 * @param operation its operation id in the OpenAPI document, such as {@code createOrganization}
 * @param status the status that was answered; 0 when the connection was cut
 */
public record RemoteCall(String operation, int status) {}
