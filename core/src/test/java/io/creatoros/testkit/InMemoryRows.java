package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The projection of one course of a mirror in memory. Never changes, as the course. */
record InMemoryRows(
    int version,
    SortedMap<ArtifactPath, StoredFacts> facts,
    SortedMap<RowKey, InMemoryRow> rows,
    List<RefusedRow> refused,
    boolean searchable) {

  static final InMemoryRows NONE =
      new InMemoryRows(
          0, Collections.emptySortedMap(), Collections.emptySortedMap(), List.of(), true);

  TypedRows at(long revision) {
    SortedMap<RowKey, TypedRow> stored = new TreeMap<>();
    rows.forEach((key, row) -> stored.put(key, row.asStored(key)));
    int lessons =
        (int) rows.keySet().stream().filter(key -> key.table() == RowTable.COURSE_LESSONS).count();
    return new TypedRows(revision, version, stored, refused, searchable ? 0 : lessons);
  }

  /** Whether all of these rows are there. */
  boolean hold(Set<RowKey> keys) {
    return rows.keySet().containsAll(keys);
  }

  /** These when they may not fit the files any more. */
  InMemoryRows outdated() {
    return new InMemoryRows(0, facts, rows, refused, searchable);
  }

  /** These without the facts of files that were changed. */
  InMemoryRows without(Collection<ArtifactPath> changed) {
    SortedMap<ArtifactPath, StoredFacts> kept = new TreeMap<>(facts);
    kept.keySet().removeAll(changed);
    return new InMemoryRows(version, kept, rows, refused, searchable);
  }

  /** These with one row edited by hand. */
  InMemoryRows edited(RowKey key, Optional<InMemoryRow> row) {
    SortedMap<RowKey, InMemoryRow> edited = new TreeMap<>(rows);
    edited.remove(key);
    row.ifPresent(now -> edited.put(key, now));
    return new InMemoryRows(version, facts, edited, refused, searchable);
  }

  /**
   * These after a projection. As lazy as a mirror may be: unless told to heal, what a projection
   * wrote is trusted to be there still.
   *
   * @param files the files that may have facts
   * @param contents gives the text of a stored content
   * @param refusing the rows that the schema does not take
   */
  InMemoryRows with(
      Projection projection,
      Set<ArtifactPath> files,
      Function<Sha256, String> contents,
      Set<RowKey> refusing) {
    SortedMap<ArtifactPath, StoredFacts> known = new TreeMap<>(facts);
    known.putAll(projection.facts());
    known.keySet().retainAll(files);
    SortedMap<RowKey, InMemoryRow> now = new TreeMap<>(rows);
    now.keySet().retainAll(projection.kept());
    List<RefusedRow> notTaken = new ArrayList<>();
    for (TypedRow row : projection.rows()) {
      Optional<RefusedRow> refusal = InMemorySchema.refusal(row, refusing);
      refusal.ifPresent(notTaken::add);
      if (refusal.isEmpty()) {
        now.put(row.key(), written(row, projection, contents));
      }
    }
    return new InMemoryRows(
        projection.version(), known, now, List.copyOf(notTaken), projection.searchable());
  }

  private InMemoryRow written(
      TypedRow row, Projection projection, Function<Sha256, String> contents) {
    Optional<InMemoryRow> there = Optional.ofNullable(rows.get(row.key()));
    return there
        .filter(old -> !projection.heal() && old.projected().equals(Optional.of(row)))
        .orElseGet(
            () ->
                new InMemoryRow(Optional.of(row), row.values(), texts(row, projection, contents)));
  }

  private static SortedMap<String, String> texts(
      TypedRow row, Projection projection, Function<Sha256, String> contents) {
    Map<Sha256, String> given = projection.texts();
    SortedMap<String, String> texts = new TreeMap<>();
    row.texts()
        .forEach(
            (column, hash) ->
                texts.put(
                    column, given.containsKey(hash) ? given.get(hash) : contents.apply(hash)));
    return texts;
  }
}
