package io.creatoros.core.sync;

import io.creatoros.core.compare.Verdict;

/**
 * Why a path is not equal after a run.
 *
 * @param verdict what the comparison said; never {@link Verdict#EQUAL}
 * @param reason more, in words for a person; empty for the plain cases
 */
public record OpenPath(Verdict verdict, String reason) {}
