package io.creatoros.core.pull;

import io.creatoros.core.course.ArtifactPath;
import java.util.Optional;

/**
 * A path that a pull had to do with.
 *
 * @param path the path
 * @param outcome what was done
 * @param keptAt where a version was kept, relative to the workspace: the one replaced or deleted,
 *     or in a conflict the mirror's
 * @param code a stable code of what went wrong; empty when nothing did
 * @param reason more, in words; empty for the plain cases
 */
public record PulledPath(
    ArtifactPath path, Outcome outcome, Optional<String> keptAt, String code, String reason) {}
