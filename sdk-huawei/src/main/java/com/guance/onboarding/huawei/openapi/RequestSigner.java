package com.guance.onboarding.huawei.openapi;

import java.security.DigestException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Signs requests with {@code SDK-HMAC-SHA256} (contracts/orgid-huawei.md B.1).
 *
 * <p>Thread-safe: each call borrows a workspace, and makes one if its place is taken. No thread
 * locals, so nothing outlives the client that owns the signer.
 */
final class RequestSigner {

  private static final int PLACES = 16;

  private final AtomicReferenceArray<SigningWorkspace> idle = new AtomicReferenceArray<>(PLACES);

  /**
   * Signs a request.
   *
   * @param keys whose signature it is
   * @param request what is to be signed; its headers must hold the date
   * @return the value of the {@code Authorization} header
   */
  String authorization(AccessKeys keys, SignableRequest request) {
    int place = place();
    SigningWorkspace workspace = take(place);
    String authorization = workspace.authorization(keys, request);
    idle.setRelease(place, workspace);
    return authorization;
  }

  /** The hash of the canonical request, which tells at which half of the rule two sides differ. */
  byte[] canonicalRequestHash(SignableRequest request) {
    try {
      return new SigningWorkspace().canonicalRequestHash(request);
    } catch (DigestException e) {
      throw new IllegalStateException("this Java cannot hash", e);
    }
  }

  private SigningWorkspace take(int place) {
    SigningWorkspace workspace = idle.getAndSet(place, null);
    return workspace == null ? new SigningWorkspace() : workspace;
  }

  @SuppressWarnings("deprecation") // threadId() came with Java 19
  private static int place() {
    return (int) Thread.currentThread().getId() & (PLACES - 1);
  }
}
