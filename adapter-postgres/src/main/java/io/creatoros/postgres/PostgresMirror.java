package io.creatoros.postgres;

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
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.wire.Keys;
import io.creatoros.core.wire.MoveAnswer;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * The mirror in a PostgreSQL database. Works behind a transaction pooler: nothing it needs outlives
 * a statement.
 */
public final class PostgresMirror implements CourseMirror {
  private static final Comparator<ContentPart> BY_KEY =
      Comparator.comparing(ContentPart::hash).thenComparingInt(ContentPart::part);

  private final Database database;
  private final String project;
  private final MirrorIdentity identity;
  private final StoredContents contents;
  private final StoredRows typed;
  private final Commits commits;
  private final Runnable afterClose;

  private PostgresMirror(
      Database database, String project, MirrorIdentity identity, Runnable afterClose) {
    this.database = database;
    this.afterClose = afterClose;
    this.project = project;
    this.identity = identity;
    this.contents = new StoredContents(database, project);
    this.typed = new StoredRows(database, project);
    this.commits = new Commits(database, project);
  }

  /**
   * Connects and checks the schema, before any work.
   *
   * @throws io.creatoros.core.storage.StorageUnavailableException if the server cannot be reached
   * @throws io.creatoros.core.storage.StoragePermissionException if it does not let us in, or not
   *     into the project
   * @throws io.creatoros.core.storage.StorageSchemaException if the schema is missing, older or
   *     newer than the one this version works with
   */
  public static PostgresMirror open(PostgresConfig config) {
    return open(config, () -> {});
  }

  /**
   * The same; what the connections need is given back after they are.
   *
   * @param afterClose run when the mirror is closed, even if it failed to
   */
  static PostgresMirror open(PostgresConfig config, Runnable afterClose) {
    Database database = Database.connect(config);
    try {
      PostgresSchema.require(database);
      database.call(
          "open project \"" + config.project() + "\"",
          handle ->
              handle
                  .createQuery(PostgresMembers.REQUIRE)
                  .bind("project", config.project())
                  .map((row, context) -> true)
                  .one());
      UUID id =
          database.call(
              "tell its identity",
              handle -> handle.createQuery(Sql.IDENTITY).mapTo(UUID.class).one());
      return new PostgresMirror(database, config.project(), new MirrorIdentity(id), afterClose);
    } catch (StorageException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Questions to the typed rows of the same project; they end with this mirror. Of words that stand
   * in more than 10,000 lessons, that many are ranked.
   */
  public CourseQueries queries() {
    return new PostgresQueries(database, project);
  }

  /** The members of the same project; they end with this mirror. */
  public ProjectMembers members() {
    return new PostgresMembers(database, project);
  }

  @Override
  public MirrorIdentity identity() {
    return identity;
  }

  @Override
  public List<CourseId> courses() {
    return database.call(
        "list courses",
        handle ->
            handle
                .createQuery(Sql.COURSES)
                .bind("project", project)
                .map((row, context) -> Keys.course(row.getString("path")))
                .list());
  }

  @Override
  public List<CourseSummary> summaries() {
    return database.call(
        "list courses",
        handle ->
            handle
                .createQuery(Sql.SUMMARIES)
                .bind("project", project)
                .map((row, context) -> Answers.summary(row))
                .list());
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    List<String> paths = courses.stream().map(CourseId::path).toList();
    return database.call(
        "read the revisions of courses",
        handle ->
            handle
                .createQuery(Sql.HEADS)
                .bind("project", project)
                .bind("courses", SqlArrays.texts(paths))
                .map((row, context) -> CourseRow.head(Keys.course(row.getString("course")), row))
                .stream()
                .collect(Collectors.toMap(CourseHead::course, head -> head)));
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return CourseRow.mirrorCourse(course, rows(course, evidence));
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
    if (sizes.isEmpty()) {
      return Set.of();
    }
    List<Map.Entry<Sha256, Long>> entries = List.copyOf(sizes.entrySet());
    return database.callSlowly(
        "look for contents of course \"" + course + "\"",
        handle ->
            new HashSet<>(
                bound(handle.createQuery(Sql.MISSING), course)
                    .bind(
                        "hashes",
                        SqlArrays.hashes(entries.stream().map(Map.Entry::getKey).toList()))
                    .bind(
                        "sizes",
                        SqlArrays.longs(entries.stream().map(Map.Entry::getValue).toList()))
                    .map((row, context) -> Sha256.ofDigest(row.getBytes("sha256")))
                    .list()));
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    TreeMap<ContentPart, ContentPart> distinct = new TreeMap<>(BY_KEY);
    parts.forEach(part -> distinct.put(part, part));
    if (distinct.isEmpty()) {
      return;
    }
    Collection<ContentPart> ordered = distinct.values();
    database.call(
        "store contents of course \"" + course + "\"",
        handle ->
            bound(handle.createQuery(Sql.UPLOAD), course)
                .bind("hashes", SqlArrays.hashes(ordered.stream().map(ContentPart::hash).toList()))
                .bind("parts", SqlArrays.integers(ordered.stream().map(ContentPart::part).toList()))
                .bind(
                    "bytes",
                    SqlArrays.bytes(
                        ordered.stream().map(ContentPart::bytes).toArray(byte[][]::new)))
                .map((row, context) -> true)
                .one());
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
    return database.call(
        "list edits of course \"" + course + "\"",
        handle ->
            bound(handle.createQuery(Sql.FOREIGN_EDITS), course)
                .bind("after", after)
                .map((row, context) -> Answers.edit(course, row))
                .list());
  }

  @Override
  public void move(CourseId from, CourseId to) {
    String status =
        database.call(
            "move course \"" + from + "\"",
            handle ->
                handle
                    .createQuery(Sql.MOVE)
                    .bind("project", project)
                    .bind("from", from.path())
                    .bind("to", to.path())
                    .mapTo(String.class)
                    .one());
    MoveAnswer.require(status, from, to);
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      afterClose.run();
    }
  }

  private Query bound(Query query, CourseId course) {
    return query.bind("project", project).bind("course", course.path());
  }

  private List<CourseRow> rows(CourseId course, Evidence evidence) {
    if (evidence == Evidence.RECORDED) {
      return database.call(
          "read course \"" + course + "\"",
          handle -> rows(handle.createQuery(Sql.READ).bind("recompute", false), course));
    }
    return database.callSlowly(
        "hash the bytes of course \"" + course + "\"",
        handle -> rows(handle.createQuery(Sql.READ).bind("recompute", true), course));
  }

  private List<CourseRow> rows(Query query, CourseId course) {
    return bound(query, course).map((row, context) -> CourseRow.of(course, row)).list();
  }
}
