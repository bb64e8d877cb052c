package io.creatoros.core.query;

import io.creatoros.core.course.CourseId;

/**
 * A lesson that was found.
 *
 * @param course its course
 * @param lesson the lesson
 * @param excerpt where the words stand, words found between {@code «} and {@code »}; empty when
 *     nothing was searched for
 */
public record LessonHit(CourseId course, LessonOverview lesson, String excerpt) {}
