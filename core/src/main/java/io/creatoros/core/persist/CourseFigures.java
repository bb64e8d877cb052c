package io.creatoros.core.persist;

import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A course folder in figures.
 *
 * @param files how many files it has
 * @param lessons how many of them are lessons
 * @param words how many words the lessons have together
 * @param validation how the lessons stand
 * @param averageGps the mean of the GPS scores, from 0 to 1; absent without scored lessons
 * @param averageDidatica the mean of the Didática scores, from 0 to 1
 * @param averageFidelity the mean of the lessons' voice fidelities, where they were reported
 */
public record CourseFigures(
    int files,
    int lessons,
    long words,
    ValidationCounts validation,
    Optional<BigDecimal> averageGps,
    Optional<BigDecimal> averageDidatica,
    Optional<BigDecimal> averageFidelity) {}
