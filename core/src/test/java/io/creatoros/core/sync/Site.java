package io.creatoros.core.sync;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.FolderProjection;
import io.creatoros.core.projection.Projector;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.InMemoryDatabase;
import io.creatoros.testkit.InMemoryLanes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A machine with a folder of courses, beside a mirror that it may share with other machines. */
final class Site {

  static final CourseId COURSE = new CourseId("horta");
  static final long SIZE_LIMIT = 1000;

  final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  final InMemoryCourseMirror database;
  final FaultyMirror mirror;
  final InMemoryBases bases = new InMemoryBases();
  Runnable onPause = () -> {};

  /** How long the mirror asked to be left alone, each time it did. */
  final List<Duration> leftAlone = new ArrayList<>();

  FactsReader reader = Readers::read;
  UnaryOperator<SyncSettings> settings = settings -> settings;
  private final List<String> understood = new ArrayList<>();
  private final String origin;
  private final long sizeLimit;

  /** A machine with a mirror of its own. */
  Site() {
    this(SIZE_LIMIT);
  }

  /** A machine that stores files up to a size. */
  Site(long sizeLimit) {
    this(new InMemoryDatabase(), "laptop", sizeLimit);
  }

  private Site(InMemoryDatabase shared, String origin, long sizeLimit) {
    this.sizeLimit = sizeLimit;
    this.database = new InMemoryCourseMirror(shared, "default");
    this.mirror = new FaultyMirror(database);
    this.origin = origin;
  }

  /** Another machine with the same mirror and an empty folder. */
  Site another() {
    return new Site(database.database(), "desktop", sizeLimit);
  }

  Site write(String path, String text) {
    return write(COURSE, path, text);
  }

  Site write(CourseId course, String path, String text) {
    folders.write(course, path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Site delete(String path) {
    folders.delete(COURSE, path);
    return this;
  }

  /** Files {@code 1.md} to {@code n.md}, all different. */
  Site writeMany(int n) {
    for (int i = 1; i <= n; i++) {
      write(i + ".md", "lesson " + i);
    }
    return this;
  }

  SyncReport sync() {
    return sync(SyncOptions.PLAIN);
  }

  /** A commit that left this machine and has not reached the database yet; run it to let it. */
  Runnable commitAgainLater(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ManifestEntry before =
        database.manifest(COURSE, Evidence.RECORDED).entries().get(new ArtifactPath(path));
    Change write =
        new Change.Put(
            before.path(),
            path,
            Sha256.of(bytes),
            bytes.length,
            before.kind(),
            true,
            Optional.of(before.hash()));
    long revision = revision();
    return () -> database.commit(COURSE, revision, origin, List.of(write), Optional.empty());
  }

  SyncReport sync(SyncOptions options) {
    SyncSettings plain = new SyncSettings(origin, sizeLimit, 1, Duration.ZERO, 10);
    Homes homes = new Homes(folders, mirror, bases, new InMemoryLanes());
    return new Synchronizer(
            homes,
            settings.apply(plain),
            SyncListener.SILENT,
            pauses(),
            (path, bytes) -> {
              understood.add(path.value());
              return reader.read(path, bytes);
            })
        .sync(List.of(CourseId.ROOT), options);
  }

  private Pauses pauses() {
    return new Pauses() {
      @Override
      public void afterTry(int failed) {
        onPause.run();
      }

      @Override
      public void afterFailure(int failed, StorageUnavailableException failure) {
        failure.retryAfter().ifPresent(leftAlone::add);
        afterTry(failed);
      }
    };
  }

  /** The report of the one course most tests are about. */
  CourseReport syncCourse() {
    return of(sync());
  }

  CourseReport syncCourse(SyncOptions options) {
    return of(sync(options));
  }

  static CourseReport of(SyncReport report) {
    return of(report, COURSE);
  }

  static CourseReport of(SyncReport report, CourseId course) {
    return report.courses().stream()
        .filter(one -> one.course().equals(course))
        .findFirst()
        .orElseThrow();
  }

  /** What is open, as lists show it: the verdict's symbol and the path. */
  static Set<String> open(CourseReport report) {
    return report.open().entrySet().stream()
        .map(path -> path.getValue().verdict().symbol() + " " + path.getKey())
        .collect(Collectors.toSet());
  }

  static SyncOptions ours(String... paths) {
    return SyncOptions.PLAIN.deciding(refs(paths), Set.of());
  }

  static SyncOptions theirs(String... paths) {
    return SyncOptions.PLAIN.deciding(Set.of(), refs(paths));
  }

  /** The mirror's files of the course with their texts. */
  Map<String, String> stored() {
    return stored(COURSE);
  }

  Map<String, String> stored(CourseId course) {
    Map<String, String> texts = new TreeMap<>();
    for (ManifestEntry entry : database.manifest(course, Evidence.RECORDED).entries().values()) {
      texts.put(entry.path().value(), text(course, entry.path()));
    }
    return texts;
  }

  /** The folder's files of the course with their texts. */
  String local(String path) {
    return folders
        .read(COURSE, path)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("(absent)");
  }

  /** The files that were read for their facts since this was asked last. */
  List<String> understood() {
    List<String> files = List.copyOf(understood);
    understood.clear();
    return files;
  }

  /** The mirror's typed rows of the course. */
  Map<RowKey, TypedRow> rows() {
    return database.rows(COURSE).rows();
  }

  /** The typed rows that the folder of the course projects to. */
  Map<RowKey, TypedRow> projected() {
    Map<RowKey, TypedRow> rows = new TreeMap<>();
    new FolderProjection(folders, sizeLimit)
        .of(COURSE)
        .rows()
        .forEach(row -> rows.put(row.key(), row));
    return rows;
  }

  /** Where the course stands in the mirror. */
  CourseHead head() {
    return database.heads(List.of(COURSE)).get(COURSE);
  }

  /** Another version removes all rows and writes facts that do not fit the files. */
  void projectAs(int version) {
    project(version, List.of());
  }

  /** Something writes facts that do not fit the files; rows stay. */
  void spoilFacts() {
    project(Projector.VERSION, rows().values());
  }

  private void project(int version, Collection<TypedRow> rows) {
    SortedMap<ArtifactPath, StoredFacts> facts = new TreeMap<>();
    database
        .facts(COURSE)
        .keySet()
        .forEach(path -> facts.put(path, new StoredFacts(version, "{\"findings\":[]}")));
    Projection projection =
        new Projection(version, facts, List.copyOf(rows), Map.of(), Map.of(), true, true);
    database.commit(COURSE, revision(), "other", List.of(), Optional.of(projection));
  }

  /** The texts of what was kept aside. */
  Set<String> kept() {
    return folders.kept().values().stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.toSet());
  }

  long revision() {
    return database.read(COURSE, Evidence.RECORDED).head().revision();
  }

  static Verdict verdict(CourseReport report, String path) {
    return report.open().get(new ArtifactPath(path)).verdict();
  }

  private String text(CourseId course, ArtifactPath path) {
    return database
        .open(course, path)
        .map(
            in -> {
              try (in) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .orElse("(not stored)");
  }

  private static Set<ArtifactRef> refs(String... paths) {
    return java.util.Arrays.stream(paths)
        .map(path -> new ArtifactRef(COURSE, new ArtifactPath(path)))
        .collect(Collectors.toSet());
  }
}
