package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.OnboardingId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Leads requests of a servlet container to a {@link CallbackHandler}. The only class that needs
 * {@code jakarta.servlet}, an optional dependency.
 *
 * <p>No filter before it may read or change the body: the signature covers its bytes.
 */
public final class ServletCallbacks extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient CallbackHandler handler;
  private final transient Consumer<List<OnboardingId>> touched;

  private ServletCallbacks(CallbackHandler handler, Consumer<List<OnboardingId>> touched) {
    this.handler = Objects.requireNonNull(handler, "handler");
    this.touched = Objects.requireNonNull(touched, "touched");
  }

  /**
   * A servlet to be mapped to the path of the production URL and everything below it.
   *
   * @param handler answers
   * @param touched told which onboardings may go on, after the answer is written and if there are
   *     any; on the container's thread, so it should hand them over
   * @return the servlet
   */
  public static ServletCallbacks of(CallbackHandler handler, Consumer<List<OnboardingId>> touched) {
    return new ServletCallbacks(handler, touched);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString();
    CallbackReply reply =
        handler.handle(
            new CallbackRequest(
                request.getMethod(),
                request.getRequestURI(),
                query == null ? "" : query,
                headers(request),
                request.getInputStream().readNBytes(handler.bytesWorthReading())));
    response.setStatus(reply.status());
    reply.headers().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    response.setContentLength(reply.body().length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(reply.body());
    }
    response.flushBuffer();
    if (!reply.touched().isEmpty()) {
      touched.accept(reply.touched());
    }
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }
}
