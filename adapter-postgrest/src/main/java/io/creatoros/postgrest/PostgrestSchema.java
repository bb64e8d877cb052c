package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.resilience.Waiting;
import io.creatoros.core.storage.DatabaseFailure;
import io.creatoros.core.storage.StorageSchemaException;
import java.time.Duration;
import java.util.UUID;

/** Checks, before any work, that what answers is a mirror of this version's schema. */
final class PostgrestSchema {
  /** The newest migration that this version works with. */
  static final String VERSION = "20261123000200";

  /** What whoever meets another schema does. */
  static final String REMEDY =
      "creatoros migrate, with the database's own URL; who has only the API asks its owner to."
          + " If that was done: notify pgrst, 'reload schema'";

  /** How long the API is given, once, to see what was migrated just now. */
  private static final Duration RELOAD = Duration.ofSeconds(3);

  private final Api api;
  private final Waiting waiting;

  PostgrestSchema(Api api, Waiting waiting) {
    this.api = api;
    this.waiting = waiting;
  }

  /**
   * The mirror's identity.
   *
   * @throws io.creatoros.core.storage.StorageException if it cannot be reached, does not let us in,
   *     or is of another version
   */
  MirrorIdentity require() {
    JsonNode mirror = patiently();
    requireVersion(mirror.path("version").asText(""));
    if (mirror.path("role").asText().equals("none")) {
      throw api.errors()
          .refused(
              DatabaseFailure.PERMISSION,
              "you may not read project \"" + api.project() + "\", for you are no member of it",
              "an owner adds you with: creatoros members add "
                  + mirror.path("user").asText("USER")
                  + " --role viewer");
    }
    return new MirrorIdentity(UUID.fromString(mirror.path("identity").asText()));
  }

  private JsonNode patiently() {
    try {
      return ask();
    } catch (StorageSchemaException first) {
      try {
        waiting.pause(RELOAD);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw first;
      }
      return ask();
    }
  }

  private JsonNode ask() {
    return api.call("tell its schema version", "creatoros_open", api.arguments());
  }

  private void requireVersion(String version) {
    int order = version.compareTo(VERSION);
    if (order < 0) {
      throw api.errors()
          .refused(
              DatabaseFailure.SCHEMA,
              "the schema is at version "
                  + version
                  + ", older than the "
                  + VERSION
                  + " needed here",
              REMEDY);
    }
    if (order > 0) {
      throw api.errors()
          .refused(
              DatabaseFailure.SCHEMA,
              "the schema is at version " + version + ", newer than the " + VERSION + " known here",
              "upgrade creatoros to the version that migrated the database");
    }
  }
}
