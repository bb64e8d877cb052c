package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.CanonicalJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Typed rows and projections as any mirror takes them. */
public final class SampleRows {

  /** The version of the projections made here. */
  public static final int VERSION = 3;

  /** The row of a course that says what it is called. */
  public static final RowKey PIECE = new RowKey(RowTable.CONTENT_PIECES, "");

  /** The row of a course that says how it is built. */
  public static final RowKey METADATA = new RowKey(RowTable.COURSE_METADATA, "");

  /** The row of a course's market research. */
  public static final RowKey RESEARCH = new RowKey(RowTable.MARKET_RESEARCH, "");

  private SampleRows() {}

  /** The key of a lesson. */
  public static RowKey lesson(String path) {
    return new RowKey(RowTable.COURSE_LESSONS, path);
  }

  /** A course's own row, with a persona. */
  public static TypedRow piece(String title) {
    return row(
        PIECE,
        Map.of(
            "type", "\"course\"",
            "title", CanonicalJson.text(title),
            "keywords", "[\"ia\",\"café \\\"com\\\" aspas\"]",
            "status", "\"draft\"",
            "persona", "\"ana\"",
            "provenance", "{\"modelo\":\"x\",\"passos\":[1,2.5,null]}",
            "published_at", "\"2025-11-30T12:00:00Z\""),
        Map.of());
  }

  /** A course's metadata with its brief. */
  public static TypedRow metadata(int lessons, Sha256 brief) {
    return row(
        METADATA,
        Map.of(
            "curriculum", "{}",
            "learning_objectives", "[\"aprender\"]",
            "pedagogical_framework", "\"gps-didatica\"",
            "total_modules", "1",
            "total_lessons", String.valueOf(lessons),
            "total_scripts", "0",
            "total_transcripts", "0",
            "estimated_duration_hours", "2.5",
            "findings", "[]"),
        Map.of("course_brief", brief));
  }

  /** A lesson whose text is its file's bytes; the score is a number as it is written. */
  public static TypedRow lesson(String path, byte[] bytes, String score) {
    return row(
        lesson(path),
        Map.of(
            "title",
            "\"Aula de " + path + "\"",
            "slug",
            "\"aula\"",
            "status",
            "\"draft\"",
            "word_count",
            "2",
            "gps_score",
            score,
            "content_sha256",
            CanonicalJson.text(Sha256.of(bytes).hex())),
        Map.of("content_markdown", Sha256.of(bytes)));
  }

  /** A report of market research. */
  public static TypedRow research(Sha256 analysis) {
    return row(RESEARCH, Map.of("competitors_analyzed", "4"), Map.of("market_analysis", analysis));
  }

  private static TypedRow row(RowKey key, Map<String, String> values, Map<String, Sha256> texts) {
    return new TypedRow(key, new TreeMap<>(values), new TreeMap<>(texts));
  }

  /** A projection of these rows. */
  public static Projection projection(TypedRow... rows) {
    return new Projection(
        VERSION,
        Collections.emptySortedMap(),
        List.of(rows),
        Map.of(),
        Map.of("ana", "Ana Souza"),
        false,
        true);
  }

  /** A projection with the texts of rows that are no file's. */
  public static Projection with(Projection projection, Map<Sha256, String> texts) {
    return new Projection(
        projection.version(),
        projection.facts(),
        projection.rows(),
        texts,
        projection.personas(),
        projection.heal(),
        projection.searchable());
  }

  /** A projection that also keeps facts beside files. */
  public static Projection keeping(Projection projection, Map<String, String> facts) {
    SortedMap<ArtifactPath, StoredFacts> kept = new TreeMap<>();
    facts.forEach((path, json) -> kept.put(new ArtifactPath(path), new StoredFacts(VERSION, json)));
    return new Projection(
        projection.version(),
        kept,
        projection.rows(),
        projection.texts(),
        projection.personas(),
        projection.heal(),
        projection.searchable());
  }

  /** A projection that leaves lessons out of the full-text index. */
  public static Projection unsearchable(Projection projection) {
    return new Projection(
        projection.version(),
        projection.facts(),
        projection.rows(),
        projection.texts(),
        projection.personas(),
        projection.heal(),
        false);
  }

  /** A projection that leaves these rows as they are in the mirror. */
  public static Projection untouched(Projection projection, RowKey... kept) {
    return new Projection(
        projection.version(),
        projection.facts(),
        projection.rows(),
        new TreeSet<>(List.of(kept)),
        projection.texts(),
        projection.personas(),
        projection.heal(),
        projection.searchable());
  }

  /** A projection that mends what somebody edited. */
  public static Projection healing(Projection projection) {
    return new Projection(
        projection.version(),
        projection.facts(),
        projection.rows(),
        projection.texts(),
        projection.personas(),
        true,
        projection.searchable());
  }
}
