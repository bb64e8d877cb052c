package io.creatoros.core.lesson;

/**
 * A value that a lesson gives.
 *
 * @param text the value on one line
 * @param line the line of the file, from 1
 */
record Said(String text, int line) {}
