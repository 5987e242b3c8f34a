package com.guance.onboarding.billing.api;

import com.guance.onboarding.error.ProtocolException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Walks a list page by page, asking for the next page only when its first item is wanted. A list
 * that repeats a page, or that does not end, is unreadable: {@link ProtocolException} naming {@code
 * pageInfo.pageIndex}.
 *
 * @param <T> the type of the items
 */
public final class Pages<T> implements Iterator<T> {

  /** The largest page that the documents allow. */
  public static final int LARGEST = 100;

  /** No list of ours is longer, at a hundred items a page. */
  private static final int MOST_PAGES = 1_000;

  private final String provider;
  private final String operation;
  private final IntFunction<Page<T>> source;
  private Iterator<T> current;
  private List<T> page = List.of();
  private @Nullable Integer next = 1;
  private int seen;

  private Pages(String provider, String operation, IntFunction<Page<T>> source) {
    this.provider = provider;
    this.operation = operation;
    this.source = source;
    this.current = page.iterator();
  }

  /**
   * Makes a stream over all pages.
   *
   * @param provider who is asked, for exceptions
   * @param operation what it is asked, for exceptions
   * @param source asks for the page of a number, from 1
   * @param <T> the type of the items
   * @return a sequential stream; a failing page throws from the operation that wanted it
   */
  public static <T> Stream<T> stream(
      String provider, String operation, IntFunction<Page<T>> source) {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages<>(provider, operation, source), traits),
        false);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && next != null) {
      turn(next);
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return Objects.requireNonNull(current.next());
  }

  private void turn(int number) {
    Page<T> asked = source.apply(number);
    List<T> items = asked.items();
    if (number > 1 && !items.isEmpty() && items.equals(page)) {
      throw unreadable("does not advance", asked);
    }
    page = items;
    current = items.iterator();
    seen += items.size();
    next = isLast(items.size(), asked.info()) ? null : Integer.valueOf(number + 1);
    if (next != null && number >= MOST_PAGES) {
      throw unreadable("leads on and on, past " + MOST_PAGES + " pages", asked);
    }
  }

  private ProtocolException unreadable(String problem, Page<T> asked) {
    return ProtocolException.ofField(
        provider, operation, "pageInfo.pageIndex", problem, asked.requestId());
  }

  /** Without a word about pages the list is whole, whatever was asked for. */
  private boolean isLast(int size, PageInfo info) {
    if (size == 0 || info.equals(PageInfo.NONE)) {
      return true;
    }
    if (info.totalCount().isPresent()) {
      return seen >= info.totalCount().getAsInt();
    }
    return size < info.pageSize().orElse(LARGEST);
  }
}
