package io.creatoros.core.compare;

import io.creatoros.core.course.Sha256;
import java.util.Optional;

/**
 * What was last sent for a path, from before each commit until its acknowledgement. A mirror found
 * to hold just this holds our own write whose answer was lost.
 *
 * @param sent the hash, or empty for a delete
 */
public record Note(Optional<Sha256> sent) {}
