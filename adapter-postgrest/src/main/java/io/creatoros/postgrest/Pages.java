package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.Utf8Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer about a course that comes in pages, by path. When the course changes between two of
 * them they are fetched anew, so that all are of one state.
 *
 * @param operation what is attempted, for messages
 * @param state the field that has to be the same on all pages
 * @param items the field that holds what has a path
 * @param errors names the failure when the course kept changing
 */
record Pages(String operation, String state, String items, HttpErrors errors) {
  private static final int TRIES = 5;

  /**
   * All pages, one at least.
   *
   * @param fetching asks for the page after a path, or for the first one
   */
  List<JsonNode> all(Function<Optional<String>, JsonNode> fetching) {
    for (int i = 0; i < TRIES; i++) {
      List<JsonNode> pages = fetch(fetching);
      JsonNode first = pages.get(0).path(state);
      if (pages.stream().allMatch(page -> page.path(state).equals(first))) {
        return pages;
      }
    }
    throw errors.changing(operation);
  }

  private List<JsonNode> fetch(Function<Optional<String>, JsonNode> fetching) {
    List<JsonNode> pages = new ArrayList<>();
    JsonNode page = fetching.apply(Optional.empty());
    pages.add(page);
    while (page.path("more").asBoolean()) {
      page = fetching.apply(Optional.of(last(page.path(items))));
      pages.add(page);
    }
    return pages;
  }

  private static String last(JsonNode items) {
    String last = "";
    for (JsonNode item : items) {
      String path = item.path("path").asText();
      last = Utf8Order.COMPARATOR.compare(path, last) > 0 ? path : last;
    }
    return last;
  }
}
