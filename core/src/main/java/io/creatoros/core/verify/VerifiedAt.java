package io.creatoros.core.verify;

import io.creatoros.core.course.MirrorIdentity;
import java.time.Instant;

/**
 * One verification of one course.
 *
 * @param at when it ended, for people
 * @param verdict its verdict, such as {@code EQUAL}
 * @param mirror the mirror that the folder was compared with
 * @param revision the course's revision in the mirror
 */
public record VerifiedAt(Instant at, String verdict, MirrorIdentity mirror, long revision) {}
