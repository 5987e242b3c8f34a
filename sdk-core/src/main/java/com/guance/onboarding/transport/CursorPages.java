package com.guance.onboarding.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Reads lists that come page by page with a cursor; a page is asked for when its first item is
 * wanted. Blocking and thread-safe; what it hands out is for one thread.
 *
 * <p>A list that leads back to a page that was read, or that does not end, is unreadable: {@link
 * com.guance.onboarding.error.ProtocolException} naming {@code nextCursor}.
 */
public final class CursorPages {

  /** No list of ours is longer, at a hundred items a page. */
  private static final int MOST_PAGES = 1_000;

  private final String provider;
  private final Transport transport;
  private final Clock clock;
  private final Duration deadline;

  /**
   * Reads lists through a transport.
   *
   * @param provider who is called, as exceptions name it
   * @param transport the transport
   * @param settings its settings
   * @param runtime its runtime
   */
  public CursorPages(
      String provider, Transport transport, HttpSettings settings, TransportRuntime runtime) {
    this.provider = provider;
    this.transport = transport;
    this.clock = runtime.clock();
    this.deadline = settings.deadline();
  }

  private CursorPages(CursorPages same, Transport transport) {
    this.provider = same.provider;
    this.transport = transport;
    this.clock = same.clock;
    this.deadline = same.deadline;
  }

  /**
   * Reads lists in the same way through another transport, such as one {@link Transport#within
   * within} a time.
   *
   * @param other the transport
   * @return what reads through it
   */
  public CursorPages through(Transport other) {
    return new CursorPages(this, other);
  }

  /**
   * Looks for one item and asks for no page behind it. All pages together have the deadline of one
   * call.
   *
   * @param operation what it does, in stable words such as {@code find organization}
   * @param source describes the call for a page
   * @param wanted what to look for
   * @param <T> what the list is of
   * @return the first such item
   */
  public <T> Optional<T> find(String operation, Source<T> source, Predicate<? super T> wanted) {
    Walk<T> walk = new Walk<>(operation, source, clock.millis() + deadline.toMillis());
    while (walk.hasNext()) {
      T item = walk.next();
      if (wanted.test(item)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a list at the caller's pace; every page has the deadline of one call.
   *
   * @param operation what it does, in stable words such as {@code list workspaces}
   * @param source describes the call for a page
   * @param <T> what the list is of
   * @return the items; a page that fails throws from whatever wanted it
   */
  public <T> Stream<T> stream(String operation, Source<T> source) {
    Walk<T> walk = new Walk<>(operation, source, Long.MAX_VALUE);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, traits), false);
  }

  /**
   * Describes the call for one page.
   *
   * @param <T> what the list is of
   */
  @FunctionalInterface
  public interface Source<T> {

    /**
     * Describes a call.
     *
     * @param cursor leads to the page; null for the first one
     * @return the call
     */
    Call<CursorPage<T>> page(@Nullable String cursor);
  }

  private final class Walk<T> implements Iterator<T> {

    private final String operation;
    private final Source<T> source;
    private final long end;
    private Iterator<@Nullable T> items = Collections.emptyIterator();
    private @Nullable String cursor;
    private @Nullable Set<String> seen;
    private boolean last;

    Walk(String operation, Source<T> source, long end) {
      this.operation = operation;
      this.source = source;
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && !last) {
        turn();
      }
      return items.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      T item = items.next();
      if (item == null) {
        throw fields().unreadable("items", "holds nothing where an item should be");
      }
      return item;
    }

    private void turn() {
      CursorPage<T> page =
          transport.call(operation, Retryable.READ, options(), source.page(cursor));
      List<@Nullable T> found = fields().required("items", page.items());
      String next = page.nextCursor();
      items = found.iterator();
      last = next == null || next.isEmpty();
      if (!last) {
        remember(next);
      }
      cursor = next;
    }

    private void remember(@Nullable String next) {
      Set<String> known = seen == null ? new HashSet<>() : seen;
      seen = known;
      if (next != null && !known.add(next)) {
        throw fields().unreadable("nextCursor", "leads back to a page that was read");
      }
      if (known.size() >= MOST_PAGES) {
        throw fields().unreadable("nextCursor", "leads on and on, past " + MOST_PAGES + " pages");
      }
    }

    private CallOptions options() {
      return cursor == null || end == Long.MAX_VALUE
          ? CallOptions.none()
          : CallOptions.none().withDeadline(Duration.ofMillis(Math.max(1, end - clock.millis())));
    }

    private AnswerFields fields() {
      return new AnswerFields(provider, operation);
    }
  }
}
