package com.guance.onboarding.billing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Guance writes it as {@code content:[…]} beside a {@code pageInfo}, or as
 * {@code content:{data:[…],pageInfo:{…}}}; both end up here.
 *
 * @param <T> the type of the items
 */
@JsonDeserialize(using = PageReader.class)
public final class Page<T> {

  private final List<T> items;
  private PageInfo info;
  private @Nullable String requestId;

  Page(List<T> items, PageInfo info) {
    this.items = items;
    this.info = info;
  }

  /**
   * A page without items.
   *
   * @param <T> the type of the items
   * @return the page
   */
  public static <T> Page<T> empty() {
    return new Page<>(List.of(), PageInfo.NONE);
  }

  /** {@return the items of this page} */
  public List<T> items() {
    return items;
  }

  /** {@return where this page stands in the list} */
  public PageInfo info() {
    return info;
  }

  /**
   * The same page of other items.
   *
   * @param change makes the other item
   * @param <R> the type of the other items
   * @return the page
   */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    List<R> changed = new ArrayList<>(items.size());
    items.forEach(item -> changed.add(change.apply(item)));
    Page<R> page = new Page<>(Collections.unmodifiableList(changed), info);
    page.requestId = requestId;
    return page;
  }

  /** Adds what the envelope around the page says. */
  void complete(@Nullable JsonNode outerInfo, @Nullable String id) {
    if (outerInfo != null && info.equals(PageInfo.NONE)) {
      info = PageInfo.of(outerInfo);
    }
    requestId = id;
  }

  @Nullable String requestId() {
    return requestId;
  }
}
