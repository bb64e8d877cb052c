package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A course whose typed rows are made by hand. Columns are set by name to texts, numbers, booleans,
 * lists and maps; those that a row must have hold something plain until they are set.
 *
 * <pre>{@code
 * new TypedCourse("café").piece("title", "Café").lesson("1.1-grãos.md", "# Grãos").commit(mirror);
 * }</pre>
 */
public final class TypedCourse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CourseId course;
  private final Map<String, Object> piece = new HashMap<>();
  private final Map<String, Object> metadata = new HashMap<>();
  private final Map<String, Object> research = new HashMap<>();
  private final Map<String, String> lessons = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> columns = new HashMap<>();
  private final Map<Sha256, String> texts = new HashMap<>();
  private boolean searchable = true;

  /** A course without lessons. */
  public TypedCourse(String path) {
    course = new CourseId(path);
    piece.putAll(Map.of("type", "course", "title", path, "keywords", List.of(), "status", "draft"));
    metadata.putAll(
        Map.of(
            "curriculum",
            Map.of(),
            "learning_objectives",
            List.of(),
            "pedagogical_framework",
            "GPS + Didática",
            "total_modules",
            0,
            "total_lessons",
            0,
            "total_scripts",
            0,
            "total_transcripts",
            0,
            "findings",
            List.of()));
  }

  /** Its name. */
  public CourseId id() {
    return course;
  }

  /** Sets a column of its {@code content_pieces} row. */
  public TypedCourse piece(String column, Object value) {
    piece.put(column, value);
    return this;
  }

  /** Sets a column of its {@code course_metadata} row. */
  public TypedCourse metadata(String column, Object value) {
    metadata.put(column, value);
    return this;
  }

  /** Sets a long text of its {@code market_research} row, which it has none of until then. */
  public TypedCourse research(String column, String text) {
    research.put(column, text(text));
    return this;
  }

  /** Adds a lesson, which is titled by its path. */
  public TypedCourse lesson(String path, String markdown) {
    return lesson(path, markdown, Map.of());
  }

  /** Adds a lesson. */
  public TypedCourse lesson(String path, String markdown, Map<String, Object> set) {
    Map<String, Object> row = new HashMap<>();
    row.putAll(Map.of("title", path, "slug", path, "status", "draft"));
    row.put("content_sha256", hash(markdown).hex());
    row.putAll(set);
    lessons.put(path, markdown);
    columns.put(path, row);
    return this;
  }

  /** Leaves its lessons out of the full-text index. */
  public TypedCourse notSearchable() {
    searchable = false;
    return this;
  }

  /** Writes the lessons' files, and all rows, over what the mirror holds. */
  public CourseId commit(CourseMirror mirror) {
    MirrorWriter writer = new MirrorWriter(mirror);
    Map<String, byte[]> files = new LinkedHashMap<>();
    lessons.forEach((path, markdown) -> files.put(path, Samples.text(markdown)));
    if (!files.isEmpty()) {
      writer.write(course, files);
    } else {
      writer.write(course, "README.md", Samples.text(course.path()));
    }
    CourseHead head = mirror.heads(List.of(course)).getOrDefault(course, CourseHead.absent(course));
    committed(mirror.commit(course, head.revision(), ORIGIN, List.of(), Optional.of(projection())));
    return course;
  }

  /** The rows, for a commit of one's own. */
  public Projection projection() {
    List<TypedRow> rows = new ArrayList<>();
    rows.add(row(RowTable.CONTENT_PIECES, "", piece, Map.of()));
    rows.add(row(RowTable.COURSE_METADATA, "", metadata, Map.of()));
    lessons.forEach(
        (path, markdown) ->
            rows.add(
                row(
                    RowTable.COURSE_LESSONS,
                    path,
                    columns.getOrDefault(path, Map.of()),
                    Map.of("content_markdown", hash(markdown)))));
    if (!research.isEmpty()) {
      rows.add(row(RowTable.MARKET_RESEARCH, "", research, Map.of()));
    }
    Map<String, String> personas = new HashMap<>();
    Optional.ofNullable(piece.get("persona"))
        .ifPresent(slug -> personas.put(slug.toString(), slug + " by name"));
    return new Projection(1, new TreeMap<>(), rows, texts, personas, false, searchable);
  }

  private Sha256 text(String text) {
    Sha256 hash = hash(text);
    texts.put(hash, text);
    return hash;
  }

  private static TypedRow row(
      RowTable table, String path, Map<String, Object> set, Map<String, Sha256> contents) {
    SortedMap<String, String> values = new TreeMap<>();
    SortedMap<String, Sha256> hashes = new TreeMap<>(contents);
    set.forEach(
        (column, value) -> {
          if (value instanceof Sha256 hash) {
            hashes.put(column, hash);
          } else {
            values.put(column, CanonicalJson.of(JSON.valueToTree(value)));
          }
        });
    return new TypedRow(new RowKey(table, path), values, hashes);
  }

  private static Sha256 hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
