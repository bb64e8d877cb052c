package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import java.util.Optional;

/**
 * One file to be written whole.
 *
 * @param path the artifact's key
 * @param name its path as found on disk; the key itself for a new file
 * @param expected the hash of the bytes that are to be replaced; empty when nothing may be there
 * @param bytes the new bytes; not to be changed by anybody from now on
 */
public record FileWrite(ArtifactPath path, String name, Optional<Sha256> expected, byte[] bytes) {}
