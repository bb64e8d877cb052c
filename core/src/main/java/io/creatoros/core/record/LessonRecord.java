package io.creatoros.core.record;

import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.Understood;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The record of a lesson, {@code .record/<module>.<lesson>.json}: what the lesson itself does not
 * carry.
 *
 * @param label the lesson, told by the record's name
 * @param path the lesson's file, where the record names it; needed where two share a label
 * @param voiceFidelity how close the voice came, from 0 to 1, as somebody reported it
 * @param status {@code draft}, {@code reviewed}, {@code published} or {@code archived}
 * @param review a reviewer's verdict
 * @param generationSeconds how long it took to generate
 * @param generationCostUsd what it cost to generate, in US dollars
 * @param retries how often its generation was retried
 * @param provenance how it came to be, by name
 */
public record LessonRecord(
    Optional<LessonLabel> label,
    Optional<String> path,
    Optional<BigDecimal> voiceFidelity,
    Optional<String> status,
    Optional<Review> review,
    Optional<BigDecimal> generationSeconds,
    Optional<BigDecimal> generationCostUsd,
    Optional<Integer> retries,
    Map<String, String> provenance)
    implements Understood {

  public LessonRecord {
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
  }

  /** This for the lesson in a file. */
  public LessonRecord at(String file) {
    return new LessonRecord(
        label,
        Optional.of(file),
        voiceFidelity,
        status,
        review,
        generationSeconds,
        generationCostUsd,
        retries,
        provenance);
  }
}
