package io.creatoros.core.course;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The typed rows of a course as its files project to them, for one commit: those to be written, and
 * those that may stay as they are. Other rows of the course are removed.
 *
 * @param version the version of the projection
 * @param facts facts to keep beside files: of those the commit writes, and of those read anew
 * @param rows the rows that the course has at the revision the commit makes, but for those kept
 * @param kept rows known to be in the mirror at the revision that the commit expects, as its files
 *     project to them: neither sent nor touched nor removed. When the mirror lacks one, nothing is
 *     written and the answer is {@link CommitResult.CourseMoved} at that same revision: all rows
 *     have to be sent then. A row that was refused is not in the mirror
 * @param texts the texts that rows name and that no stored content is, by the hash of their UTF-8
 *     bytes
 * @param personas the personas that rows name, from slug to name; made known where they are not
 * @param heal whether rows are compared text by text with what is there, because somebody may have
 *     edited them; then none is kept
 * @param searchable whether lessons are entered into the full-text index
 */
public record Projection(
    int version,
    SortedMap<ArtifactPath, StoredFacts> facts,
    List<TypedRow> rows,
    SortedSet<RowKey> kept,
    Map<Sha256, String> texts,
    Map<String, String> personas,
    boolean heal,
    boolean searchable) {

  /**
   * @throws IllegalArgumentException if rows are kept that are to be healed, or sent too
   */
  public Projection {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    rows = List.copyOf(rows);
    kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
    texts = Map.copyOf(texts);
    personas = Map.copyOf(personas);
    if (heal && !kept.isEmpty()) {
      throw new IllegalArgumentException("rows that are to be healed cannot be kept unseen");
    }
    if (rows.stream().map(TypedRow::key).anyMatch(kept::contains)) {
      throw new IllegalArgumentException("a row cannot be both sent and kept");
    }
  }

  /** All rows of the course, none of them kept unseen. */
  public Projection(
      int version,
      SortedMap<ArtifactPath, StoredFacts> facts,
      List<TypedRow> rows,
      Map<Sha256, String> texts,
      Map<String, String> personas,
      boolean heal,
      boolean searchable) {
    this(version, facts, rows, Collections.emptySortedSet(), texts, personas, heal, searchable);
  }
}
