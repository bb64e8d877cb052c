package io.creatoros.core.projection;

import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.finding.CourseFinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The row of a course in {@code course_metadata}. */
final class MetadataRow {

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal MOST_HOURS = new BigDecimal("9999.99");
  private static final Set<String> LEVELS = Set.of("beginner", "intermediate", "advanced");
  private static final Set<String> TYPES = Set.of("technical", "conceptual", "mixed");

  private MetadataRow() {}

  static TypedRow of(
      CourseParts parts,
      Identity identity,
      Syllabus syllabus,
      LongTexts texts,
      List<CourseFinding> findings) {
    RowBuilder row =
        new RowBuilder(RowTable.COURSE_METADATA, "")
            .text("pedagogical_framework", "GPS + Didática Lendária")
            .number("total_modules", syllabus.modules())
            .number("total_lessons", syllabus.lessons().size())
            .number("total_scripts", parts.of(ArtifactKind.SCRIPT).size())
            .number("total_transcripts", parts.of(ArtifactKind.TRANSCRIPT).size())
            .oneOf("knowledge_level", LEVELS, identity.level())
            .text("instructor", identity.instructor())
            .longText("course_brief", parts.brief().flatMap(part -> texts.of(part.file())))
            .longText("course_outline", parts.outline().flatMap(part -> texts.of(part.file())))
            .plainUnlessEmpty("assessments", assessments(parts))
            .plainUnlessEmpty(
                "resources",
                parts.of(ArtifactKind.RESOURCE).stream().map(file -> file.path().value()).toList())
            .json("findings", findings.stream().map(MetadataRow::finding).toList());
    Optional<Brief> brief = parts.brief().map(CourseParts.Part::said);
    Optional<Curriculum> curriculum = parts.curriculum().map(CourseParts.Part::said);
    brief(row, brief);
    curriculum(row, curriculum);
    row.decimal("estimated_duration_hours", hours(brief, curriculum), 2, MOST_HOURS);
    row.ratio(
        "fidelity_target",
        brief
            .flatMap(Brief::persona)
            .flatMap(Brief.Persona::fidelityTarget)
            .or(() -> curriculum.flatMap(Curriculum::fidelityTarget)));
    return row.build();
  }

  private static void brief(RowBuilder row, Optional<Brief> brief) {
    row.json("learning_objectives", brief.map(Brief::objectives).orElseGet(List::of));
    if (brief.isPresent()) {
      Brief said = brief.get();
      row.json("icp", said.icp())
          .oneOf("course_type", TYPES, said.type())
          .text("tool_name", said.tool())
          .text("category", said.category())
          .text("subtitle", said.subtitle())
          .text("pricing", said.pricing())
          .plainUnlessEmpty("prerequisites", said.prerequisites());
      if (!said.voice().isEmpty()) {
        row.json("voice_profile", said.voice());
      }
    }
  }

  private static void curriculum(RowBuilder row, Optional<Curriculum> curriculum) {
    row.json("curriculum", curriculum.<Object>map(said -> said).orElseGet(Map::of));
    curriculum.ifPresent(
        said ->
            row.number(
                    "declared_modules",
                    said.declaredModules().or(() -> Optional.of(said.modules().size())))
                .number("declared_lessons", said.declaredLessons())
                .number("listed_lessons", said.listedLessons()));
  }

  private static Optional<BigDecimal> hours(
      Optional<Brief> brief, Optional<Curriculum> curriculum) {
    return brief
        .flatMap(Brief::durationHours)
        .or(
            () ->
                curriculum
                    .flatMap(Curriculum::durationMinutes)
                    .map(BigDecimal::valueOf)
                    .map(minutes -> minutes.divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP)));
  }

  private static List<Map<String, Object>> assessments(CourseParts parts) {
    return parts.assessments().stream()
        .map(
            part -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("path", part.file().path().value());
              json.put("form", part.said().form().name().toLowerCase(Locale.ROOT));
              part.said().title().ifPresent(title -> json.put("title", title));
              json.put("modules", part.said().modules());
              json.put("questions", part.said().questions().size());
              return json;
            })
        .toList();
  }

  private static Map<String, Object> finding(CourseFinding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", finding.code().name());
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("path", finding.path());
    finding.line().ifPresent(line -> json.put("line", line));
    json.put("message", finding.message());
    json.put("remedy", finding.remedy());
    return json;
  }
}
