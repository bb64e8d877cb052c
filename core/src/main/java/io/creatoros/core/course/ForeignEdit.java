package io.creatoros.core.course;

import java.time.Instant;
import java.util.Optional;

/**
 * An edit of the mirror's rows that was not made by a commit. For people to read; the bytes of
 * edited contents are kept with it in the mirror.
 *
 * @param number its number, rising
 * @param course the course
 * @param table the table that was edited
 * @param operation {@code INSERT}, {@code UPDATE}, {@code DELETE} or {@code TRUNCATE}
 * @param path the artifact's path, where the edit was of one
 * @param hash the content's hash, where the edit was of one
 * @param at when, by the mirror's clock
 * @param by the database role
 */
public record ForeignEdit(
    long number,
    CourseId course,
    String table,
    String operation,
    Optional<String> path,
    Optional<String> hash,
    Instant at,
    String by) {}
