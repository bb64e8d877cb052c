package io.creatoros.core.course;

/**
 * A typed row that the mirror's schema does not take. It is not there, in no version; files and
 * other rows are.
 *
 * @param key the row
 * @param code the mirror's code for the refusal, such as an SQLSTATE
 * @param reason in words
 */
public record RefusedRow(RowKey key, String code, String reason) {}
