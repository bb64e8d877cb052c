package io.creatoros.postgrest;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.resilience.Waiting;
import io.creatoros.core.wire.MoveAnswer;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The mirror over the HTTP API of PostgREST. What a request that was given up did is not known:
 * uploads may be repeated, and a commit that was carried out refuses to be, for its revision has
 * passed.
 */
public final class PostgrestMirror implements CourseMirror {
  private final Api api;
  private final MirrorIdentity identity;
  private final StoredCourses courses;
  private final StoredContents contents;
  private final StoredRows typed;
  private final Uploads uploads;
  private final Commits commits;

  private PostgrestMirror(Api api, MirrorIdentity identity) {
    this.api = api;
    this.identity = identity;
    this.courses = new StoredCourses(api);
    this.contents = new StoredContents(api);
    this.typed = new StoredRows(api);
    this.uploads = new Uploads(api);
    this.commits = new Commits(api);
  }

  /**
   * Connects and checks the schema, before any work. Where the API does not know the mirror's
   * functions it is asked once more after a few seconds, for it may not have seen them yet.
   *
   * @throws io.creatoros.core.storage.StorageUnavailableException if the API cannot be reached
   * @throws io.creatoros.core.storage.StoragePermissionException if it does not let us in, or only
   *     as somebody who is no member of the project
   * @throws io.creatoros.core.storage.StorageSchemaException if the schema is missing, older or
   *     newer than the one this version works with
   */
  public static PostgrestMirror open(PostgrestConfig config) {
    return open(config, Waiting.SLEEPING);
  }

  static PostgrestMirror open(PostgrestConfig config, Waiting waiting) {
    Api api = new Api(config);
    return new PostgrestMirror(api, new PostgrestSchema(api, waiting).require());
  }

  /** Questions to the typed rows of the same project; they end with this mirror. */
  public CourseQueries queries() {
    return new PostgrestQueries(api);
  }

  /** The members of the same project; they end with this mirror. */
  public ProjectMembers members() {
    return new PostgrestMembers(api);
  }

  @Override
  public MirrorIdentity identity() {
    return identity;
  }

  @Override
  public List<CourseId> courses() {
    return summaries().stream().map(CourseSummary::course).toList();
  }

  @Override
  public List<CourseSummary> summaries() {
    return courses.summaries();
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> asked) {
    return courses.heads(asked);
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return courses.read(course, evidence);
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return read(course, evidence).manifest();
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return contents.open(course, path);
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return uploads.missing(course, sizes);
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    uploads.upload(course, parts);
  }

  @Override
  public CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    return commits.commit(course, atRevision, origin, changes, projection);
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    return typed.facts(course);
  }

  @Override
  public TypedRows rows(CourseId course) {
    return typed.rows(course);
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return courses.edits(course, after);
  }

  @Override
  public void move(CourseId from, CourseId to) {
    String status =
        api.call(
                "move course \"" + from + "\"",
                "creatoros_move",
                api.arguments().with("p_from", from.path()).with("p_to", to.path()))
            .path("status")
            .asText();
    MoveAnswer.require(status, from, to);
  }

  @Override
  public void close() {
    api.close();
  }
}
