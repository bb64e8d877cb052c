package io.creatoros.core.projection;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.record.CourseRecord;
import java.util.Optional;
import java.util.Set;

/** The row of a course in {@code content_pieces}. */
final class PieceRow {

  private static final Set<String> STATUSES = Set.of("draft", "published", "archived");
  private static final Set<String> LANGUAGES = Set.of("pt", "en");

  private PieceRow() {}

  static TypedRow of(CourseParts parts, Identity identity) {
    Optional<CourseRecord> record = parts.record().map(CourseParts.Part::said);
    RowBuilder row =
        new RowBuilder(RowTable.CONTENT_PIECES, "")
            .text("type", "course")
            .text("title", identity.title(), Texts.TITLE)
            .text("piece_slug", identity.slug(), Texts.SLUG)
            .json("keywords", identity.keywords())
            .text(
                "status",
                record.flatMap(CourseRecord::status).filter(STATUSES::contains).orElse("draft"))
            .ratio("voice_fidelity_score", record.flatMap(CourseRecord::voiceFidelity))
            .text("published_at", record.flatMap(CourseRecord::publishedAt))
            .text("persona", identity.persona())
            .oneOf("language", LANGUAGES, identity.language());
    record
        .map(CourseRecord::provenance)
        .filter(provenance -> !provenance.isEmpty())
        .ifPresent(provenance -> row.json("provenance", provenance));
    return row.build();
  }
}
