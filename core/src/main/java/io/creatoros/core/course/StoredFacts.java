package io.creatoros.core.course;

/**
 * What a reader understood of a file, as a mirror keeps it beside the file.
 *
 * @param version the version of the readers that understood it
 * @param json the facts as a JSON object, without NUL characters
 */
public record StoredFacts(int version, String json) {}
