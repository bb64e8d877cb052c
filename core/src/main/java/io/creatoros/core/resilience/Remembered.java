package io.creatoros.core.resilience;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a mirror's course at one revision.
 *
 * @param course the course by its records
 * @param facts the facts that are kept beside its files; empty when they were not asked for
 * @param rows its typed rows as they were last projected; empty when that was not seen
 */
record Remembered(
    MirrorCourse course,
    Optional<SortedMap<ArtifactPath, StoredFacts>> facts,
    Optional<Rows> rows) {

  private static final int BYTES_A_FILE = 400;

  /**
   * Typed rows that a mirror holds.
   *
   * @param searchable whether lessons were entered into the full-text index
   */
  record Rows(boolean searchable, Map<RowKey, TypedRow> byKey) {

    /** Those of a projection that were taken. */
    static Rows of(Projection projection, List<RefusedRow> refused) {
      Map<RowKey, TypedRow> rows = new HashMap<>();
      projection.rows().forEach(row -> rows.put(row.key(), row));
      refused.forEach(row -> rows.remove(row.key()));
      return new Rows(projection.searchable(), rows);
    }

    boolean hold(TypedRow row) {
      return row.equals(byKey.get(row.key()));
    }
  }

  Remembered {
    facts = facts.map(known -> Collections.unmodifiableSortedMap(new TreeMap<>(known)));
  }

  /** A course that was just read. */
  static Remembered of(MirrorCourse course) {
    return new Remembered(course, Optional.empty(), Optional.empty());
  }

  /** A course that nobody had written yet. */
  static Remembered unwritten(MirrorCourse absent) {
    return new Remembered(absent, Optional.of(Collections.emptySortedMap()), Optional.empty());
  }

  Remembered with(SortedMap<ArtifactPath, StoredFacts> known) {
    return new Remembered(course, Optional.of(known), rows);
  }

  /** Roughly the memory that it takes, in bytes. */
  long weight() {
    long weight = (long) BYTES_A_FILE * course.files().size();
    for (StoredFacts kept : facts.orElseGet(Collections::emptySortedMap).values()) {
      weight += kept.json().length();
    }
    for (TypedRow row : rows.map(known -> known.byKey().values()).orElseGet(List::of)) {
      weight += row.values().values().stream().mapToLong(String::length).sum();
    }
    return weight;
  }

  /**
   * A projection that heals nothing, without the rows that are there as it has them. It is the same
   * when nothing of it is known.
   */
  Projection keeping(Projection projection) {
    boolean comparable =
        course.head().projection() == projection.version()
            && rows.filter(known -> known.searchable() == projection.searchable()).isPresent();
    if (!comparable) {
      return projection;
    }
    SortedSet<RowKey> kept = new TreeSet<>(projection.kept());
    List<TypedRow> sent = new ArrayList<>();
    Set<Sha256> named = new HashSet<>();
    for (TypedRow row : projection.rows()) {
      if (rows.get().hold(row)) {
        kept.add(row.key());
      } else {
        sent.add(row);
        named.addAll(row.texts().values());
      }
    }
    Map<Sha256, String> texts = new HashMap<>(projection.texts());
    texts.keySet().retainAll(named);
    return new Projection(
        projection.version(),
        projection.facts(),
        sent,
        kept,
        texts,
        projection.personas(),
        false,
        projection.searchable());
  }

  /** What is known after a commit at this revision that was taken. */
  Remembered after(
      CommitResult.Committed committed,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    SortedMap<ArtifactPath, RemoteFile> files = new TreeMap<>(course.files());
    changes.forEach(
        change -> files.put(change.path(), RemoteFile.after(change, committed.revision())));
    MirrorCourse now =
        new MirrorCourse(head(committed, origin, !changes.isEmpty(), projection), files);
    return new Remembered(
        now,
        facts.map(known -> factsAfter(known, now, changes, projection)),
        projection.map(anew -> Rows.of(anew, committed.refused())).or(() -> rows));
  }

  private CourseHead head(
      CommitResult.Committed committed,
      String origin,
      boolean changed,
      Optional<Projection> projection) {
    CourseHead before = course.head();
    List<RefusedRow> refused = committed.refused();
    return new CourseHead(
        before.course(),
        committed.revision(),
        before.edits(),
        changed ? origin : before.origin(),
        projection.map(Projection::version).orElse(changed ? 0 : before.projection()),
        projection.isPresent() ? refused.size() : before.refused());
  }

  private static SortedMap<ArtifactPath, StoredFacts> factsAfter(
      SortedMap<ArtifactPath, StoredFacts> known,
      MirrorCourse now,
      List<Change> changes,
      Optional<Projection> projection) {
    SortedMap<ArtifactPath, StoredFacts> after = new TreeMap<>(known);
    changes.forEach(change -> after.remove(change.path()));
    projection.ifPresent(anew -> after.putAll(anew.facts()));
    after.keySet().removeIf(path -> !(now.files().get(path) instanceof RemoteFile.Stored));
    return after;
  }
}
