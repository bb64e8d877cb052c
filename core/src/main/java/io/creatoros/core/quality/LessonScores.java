package io.creatoros.core.quality;

/**
 * Both scores of a lesson.
 *
 * @param gps goal, position, steps
 * @param didatica the seven elements of the Didática Lendária
 */
public record LessonScores(GpsScore gps, DidaticaScore didatica) {

  /** The version of the rules by which lessons are scored. */
  public static final int RUBRIC_VERSION = 1;
}
