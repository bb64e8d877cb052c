package io.creatoros.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The embedded server.
 *
 * @param home its folder; empty for the one of the user
 * @param cache where its programs are unpacked; empty for the one of the user
 * @param patience how long to wait for it
 */
public record EmbeddedConfig(Optional<Path> home, Optional<Path> cache, Duration patience) {}
