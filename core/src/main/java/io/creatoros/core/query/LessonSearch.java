package io.creatoros.core.query;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What to look for.
 *
 * @param words words, phrases in double quotes, words to leave out with a hyphen before them
 * @param persona only in courses written with this persona
 * @param minGps only lessons with at least this GPS score, from 0 to 1
 * @param limit the most hits to return
 */
public record LessonSearch(
    String words, Optional<String> persona, Optional<BigDecimal> minGps, int limit) {}
