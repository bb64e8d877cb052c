package io.creatoros.core.query;

/**
 * How many lessons stand where.
 *
 * @param passed GPS complete, Didática and length sufficient; or a reviewer said so
 * @param warning GPS complete, but Didática or length not sufficient; or a reviewer said so
 * @param failed GPS not complete; or a reviewer said so
 * @param unscored not scored, which is not failed
 */
public record ValidationCounts(int passed, int warning, int failed, int unscored) {}
