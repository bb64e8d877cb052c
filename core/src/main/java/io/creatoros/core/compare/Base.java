package io.creatoros.core.compare;

import io.creatoros.core.course.Sha256;
import java.util.Optional;

/**
 * What the mirror last acknowledged to this workspace for a path.
 *
 * @param hash the hash, or empty for an acknowledged absence
 * @param name the spelling of the path on this disk at that time; empty for an absence
 * @param revision the course revision that wrote it
 */
public record Base(Optional<Sha256> hash, String name, long revision) {}
