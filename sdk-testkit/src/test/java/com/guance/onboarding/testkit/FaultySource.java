package com.guance.onboarding.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose calls fail as a test says. Calls are counted and named: {@code connect}, the
 * SQL of a statement, {@code commit} and other methods of a connection.
 */
public final class FaultySource {

  private static final Set<String> QUIET =
      Set.of("close", "rollback", "setAutoCommit", "setNetworkTimeout", "getAutoCommit");

  private final DataSource source;
  private final List<String> calls = new ArrayList<>();
  private Fault fault = (number, call, after) -> null;
  private int open;

  /** Calls this source unless a call is to fail. */
  public FaultySource(DataSource source) {
    this.source = source;
  }

  /** Decides what a call is to fail with. */
  public interface Fault {

    /**
     * Asked before and after each call.
     *
     * @return the failure, or null
     */
    @Nullable SQLException of(int number, String call, boolean after);
  }

  /** Counts calls from now on, and lets them fail. */
  public void arm(Fault next) {
    fault = next;
    calls.clear();
  }

  /** Lets everything succeed again. */
  public void disarm() {
    fault = (number, call, after) -> null;
  }

  /** What has been called since it was armed. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many connections are out. */
  int open() {
    return open;
  }

  /** What a store is given. */
  public DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            return call(source, method, arguments);
          }
          Object connection = Objects.requireNonNull(faulty("connect", source, method, arguments));
          open++;
          return connection((Connection) connection);
        });
  }

  private Connection connection(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          String name = method.getName();
          if (name.equals("close")) {
            open--;
          }
          if (QUIET.contains(name) || method.getDeclaringClass() == Object.class) {
            return call(connection, method, arguments);
          }
          if (!name.equals("prepareStatement")) {
            return name.equals("commit")
                ? faulty(name, connection, method, arguments)
                : call(connection, method, arguments);
          }
          Object statement = Objects.requireNonNull(call(connection, method, arguments));
          return statement(String.valueOf(arguments[0]), (PreparedStatement) statement);
        });
  }

  private PreparedStatement statement(String sql, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) ->
            method.getName().startsWith("execute")
                ? faulty(sql, statement, method, arguments)
                : call(statement, method, arguments));
  }

  private @Nullable Object faulty(String name, Object target, Method method, Object[] arguments)
      throws Throwable {
    int number = calls.size();
    calls.add(name);
    fail(number, name, false);
    Object value = call(target, method, arguments);
    fail(number, name, true);
    return value;
  }

  private void fail(int number, String call, boolean after) throws SQLException {
    SQLException failure = fault.of(number, call, after);
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable Object call(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private interface Handler {
    @Nullable Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultySource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                handler.handle(method, arguments == null ? new Object[0] : arguments)));
  }
}
