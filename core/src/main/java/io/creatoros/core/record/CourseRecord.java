package io.creatoros.core.record;

import io.creatoros.core.reading.Understood;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The record of a course, {@code .record/course.json}: what no other file of it carries.
 *
 * @param persona the slug of the persona that the course was written with
 * @param personaName the name of that persona
 * @param voiceFidelity how close the voice came, from 0 to 1, as somebody reported it
 * @param status {@code draft}, {@code published} or {@code archived}
 * @param publishedAt when it was published, as ISO 8601 in UTC, such as {@code
 *     2026-03-01T12:00:00Z}
 * @param keywords keywords besides those of the brief
 * @param competitorsAnalyzed how many competitors were analysed; counts where no report tells
 * @param reviews the verdicts of reviewers on single files
 * @param provenance how it came to be, by name (generator, model, prompt version)
 */
public record CourseRecord(
    Optional<String> persona,
    Optional<String> personaName,
    Optional<BigDecimal> voiceFidelity,
    Optional<String> status,
    Optional<String> publishedAt,
    List<String> keywords,
    Optional<Integer> competitorsAnalyzed,
    List<Review> reviews,
    Map<String, String> provenance)
    implements Understood {

  public CourseRecord {
    keywords = List.copyOf(keywords);
    reviews = List.copyOf(reviews);
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
  }
}
