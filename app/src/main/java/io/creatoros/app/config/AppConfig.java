package io.creatoros.app.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, checked.
 *
 * @param mirror where courses are mirrored
 * @param project the project they belong to there
 * @param origin the label of this workspace; empty for host and path
 * @param courses globs of the course folders; empty to find them by what they hold
 * @param fixedCourses globs of folders that are one course each, whatever they hold
 * @param sizeLimit the largest file whose bytes are stored, in bytes
 * @param lockWait how long to wait for a course that another process holds
 * @param syncTries how often a course that keeps changing is tried
 * @param syncSenders how many courses are worked on at once
 * @param search whether lessons are entered into the full-text index
 * @param database the server; its URL may be empty unless the mirror is {@link MirrorKind#POSTGRES}
 * @param postgrest the HTTP API, its URL empty unless the mirror is {@link MirrorKind#POSTGREST}
 * @param embedded the embedded server
 * @param adapter somebody else's mirror; without a name unless the mirror is {@link
 *     MirrorKind#ADAPTER}
 * @param dualWrite how programs write courses
 */
public record AppConfig(
    MirrorKind mirror,
    String project,
    Optional<String> origin,
    List<String> courses,
    List<String> fixedCourses,
    long sizeLimit,
    Duration lockWait,
    int syncTries,
    int syncSenders,
    boolean search,
    DatabaseConfig database,
    PostgrestSettings postgrest,
    EmbeddedConfig embedded,
    AdapterConfig adapter,
    DualWriteConfig dualWrite) {

  public AppConfig {
    courses = List.copyOf(courses);
    fixedCourses = List.copyOf(fixedCourses);
  }

  /** The mirror's name as the configuration has it: {@code embedded}, or that of an adapter. */
  public String mirrorName() {
    return mirror == MirrorKind.ADAPTER ? adapter.name() : mirror.label();
  }

  /** This, with at most so many connections to the database. */
  public AppConfig withConnections(int most) {
    return new AppConfig(
        mirror,
        project,
        origin,
        courses,
        fixedCourses,
        sizeLimit,
        lockWait,
        syncTries,
        syncSenders,
        search,
        database.withConnections(most),
        postgrest,
        embedded,
        adapter,
        dualWrite);
  }
}
