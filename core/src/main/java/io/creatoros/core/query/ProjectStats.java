package io.creatoros.core.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A project in figures.
 *
 * @param courses how many courses have typed rows
 * @param modules how many modules they have
 * @param lessons how many lessons
 * @param words how many words in lessons
 * @param plannedLessons how many lessons the curricula list or declare
 * @param gps how many lessons have how many of the 30 GPS points, by points
 * @param didatica how many lessons have how many of the 100 Didática points, by tens (60 stands for
 *     60 to 69)
 * @param validation how the lessons stand
 * @param personas the personas compared, by slug; courses without one are under the empty slug
 */
public record ProjectStats(
    int courses,
    int modules,
    int lessons,
    long words,
    int plannedLessons,
    SortedMap<Integer, Integer> gps,
    SortedMap<Integer, Integer> didatica,
    ValidationCounts validation,
    List<PersonaStats> personas) {

  /**
   * What was written with one persona.
   *
   * @param persona its slug; empty for courses without one
   * @param averageFidelity the mean of the fidelities reported, from 0 to 1
   */
  public record PersonaStats(
      String persona,
      int courses,
      int lessons,
      Optional<BigDecimal> averageGps,
      Optional<BigDecimal> averageDidatica,
      Optional<BigDecimal> averageFidelity) {}
}
