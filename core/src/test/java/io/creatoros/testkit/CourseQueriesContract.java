package io.creatoros.testkit;

/**
 * What every home of typed rows answers to questions. Rows are written by its mirror. An
 * implementor supplies what {@link QueriesHome} asks for.
 */
public interface CourseQueriesContract
    extends QueriesCoursesContract,
        QueriesLessonsContract,
        QueriesSearchContract,
        QueriesStatsContract {}
