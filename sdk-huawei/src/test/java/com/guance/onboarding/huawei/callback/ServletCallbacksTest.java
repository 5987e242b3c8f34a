package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servlet reads what a container hands it and writes what the handler says. */
class ServletCallbacksTest {

  private final HandlerFixture koo = new HandlerFixture();
  private final List<OnboardingId> touched = new ArrayList<>();
  private final ServletCallbacks servlet = ServletCallbacks.of(koo.handler, touched::addAll);

  @AfterEach
  void close() {
    koo.close();
  }

  @Test
  void service_signedCallbacks_areAnsweredAndTheTouchedAreTold() throws Exception {
    Written created = service(koo.newInstance("b-1"));
    Written bound = service(koo.tenantSync("b-1", 1, "20260101080000000"));

    assertThat(created.status).isEqualTo(200);
    assertThat(created.headers.get("Body-Sign"))
        .isEqualTo(BodySign.of(HmacKey.of(Signing.PRODUCTION_KEY), created.body.toByteArray()));
    assertThat(created.length).isEqualTo(created.body.size());
    assertThat(bound.status).isEqualTo(200);
    assertThat(touched).hasSize(2);
  }

  @Test
  void service_notPost_isRefused() throws Exception {
    CallbackRequest post = koo.newInstance("b-1");

    Written refused = service(new CallbackRequest("GET", post.path(), "", Map.of(), new byte[0]));

    assertThat(refused.status).isEqualTo(405);
    assertThat(refused.headers).containsEntry("Allow", "POST");
    assertThat(touched).isEmpty();
  }

  @Test
  void service_head_isRefusedWithoutABody() throws Exception {
    CallbackRequest post = koo.newInstance("b-1");

    Written refused = service(new CallbackRequest("HEAD", post.path(), "", Map.of(), new byte[0]));

    assertThat(refused.status).isEqualTo(405);
    assertThat(refused.length).as("what GET would bring").isPositive();
    assertThat(refused.body.size()).isZero();
  }

  private Written service(CallbackRequest request) throws Exception {
    Written written = new Written();
    servlet.service(request(request), response(written));
    return written;
  }

  private static final class Written {
    private final Map<String, String> headers = new TreeMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private int length;
  }

  private static HttpServletRequest request(CallbackRequest request) {
    return proxy(
        HttpServletRequest.class,
        (self, method, args) ->
            switch (method.getName()) {
              case "getMethod" -> request.method();
              case "getRequestURI" -> request.path();
              case "getQueryString" -> request.query().isEmpty() ? null : request.query();
              case "getHeaderNames" -> Collections.enumeration(request.headers().keySet());
              case "getHeaders" -> Collections.enumeration(request.headers().get(args[0]));
              case "getInputStream" -> input(request.body());
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static HttpServletResponse response(Written written) {
    return proxy(
        HttpServletResponse.class,
        (self, method, args) -> {
          switch (method.getName()) {
            case "setStatus" -> written.status = (int) args[0];
            case "setContentLength" -> written.length = (int) args[0];
            case "addHeader" -> written.headers.put((String) args[0], (String) args[1]);
            case "getOutputStream" -> {
              return output(written.body);
            }
            case "flushBuffer" -> {}
            default -> throw new UnsupportedOperationException(method.getName());
          }
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static ServletInputStream input(byte[] body) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read() {
        return bytes.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        return bytes.read(buffer, offset, length);
      }
    };
  }

  private static ServletOutputStream output(ByteArrayOutputStream bytes) {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void write(int b) {
        bytes.write(b);
      }
    };
  }
}
