package io.creatoros.core.quality;

/**
 * A part of a text. Parts end where a line ends, so no phrase crosses the end of one.
 *
 * @param from where it begins
 * @param to where it has ended
 */
record Section(int from, int to) {}
