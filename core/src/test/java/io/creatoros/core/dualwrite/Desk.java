package io.creatoros.core.dualwrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.resilience.MirrorGuard;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.testkit.CourseWriterContract;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.InMemoryDatabase;
import io.creatoros.testkit.InMemoryLanes;
import io.creatoros.testkit.Samples;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A machine on which a program writes courses, beside a mirror that fails on demand.
 *
 * <pre>
 * writer ─► folders
 *       └─► switch ─ trace ─ [write-behind] ─ budget ─ sync of one course ─► faulty mirror
 * </pre>
 */
final class Desk {

  static final CourseId COURSE = CourseWriterContract.COURSE;

  final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  final InMemoryCourseMirror database;
  final FaultyMirror mirror;
  final InMemoryBases bases = new InMemoryBases();
  final InMemoryLanes lanes = new InMemoryLanes();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());
  final List<String> told = new CopyOnWriteArrayList<>();
  final String origin;
  boolean on = true;
  MirrorGuard guard = MirrorGuard.NONE;

  Desk() {
    this(new InMemoryDatabase(), "laptop");
  }

  private Desk(InMemoryDatabase shared, String origin) {
    this.database = new InMemoryCourseMirror(shared, "default");
    this.mirror = new FaultyMirror(database);
    this.origin = origin;
  }

  /** Another machine with the same mirror and an empty folder. */
  Desk another() {
    return new Desk(database.database(), "desktop");
  }

  Homes homes() {
    return new Homes(folders, mirror, bases, lanes);
  }

  /** Long enough that no test meets its end by chance. */
  static DualWriteSettings settings() {
    return DualWriteSettings.defaults("laptop")
        .within(Duration.ofMinutes(1))
        .drainingFor(Duration.ofMinutes(1));
  }

  DualWrites writes(DualWriteSettings settings) {
    return DualWrites.to(folders, settings)
        .mirroredTo(this::homes)
        .whenever(() -> on)
        .guardedBy(guard)
        .reportingTo((course, outcome) -> told.add(course + " " + outcome.name()))
        .meteredBy(meters)
        .remembering(() -> Optional.<Bases>of(bases))
        .pausing(failed -> {}, System::nanoTime);
  }

  CourseWriter writer() {
    return writes(settings()).open();
  }

  SyncReport sync() {
    return sync(SyncOptions.PLAIN);
  }

  SyncReport sync(SyncOptions options) {
    return new Synchronizer(
            homes(), SyncSettings.defaults(origin), SyncListener.SILENT, failed -> {})
        .sync(List.of(CourseId.ROOT), options);
  }

  CourseReport syncCourse() {
    return sync().courses().get(0);
  }

  Desk edit(String path, String text) {
    folders.write(COURSE, path, Samples.text(text));
    return this;
  }

  /** The mirror's files of the course with their texts. */
  Map<String, String> stored() {
    Map<String, String> texts = new TreeMap<>();
    for (ManifestEntry entry : database.manifest(COURSE, Evidence.RECORDED).entries().values()) {
      try (var in = database.open(COURSE, entry.path()).orElseThrow()) {
        texts.put(entry.path().value(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** How many writes of a leg had an outcome. */
  double counted(String leg, String outcome) {
    var counter = meters.find("creatoros.writes").tags("leg", leg, "outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

  double owed() {
    return meters.get("creatoros.owed").gauge().value();
  }

  /** What a write owes, which is final. */
  static MirrorOutcome.Owed owed(Persisted persisted) {
    assertThat(persisted.mirror()).isInstanceOf(MirrorOutcome.Owed.class);
    assertThat(persisted.settled()).isCompletedWithValue(persisted.mirror());
    return (MirrorOutcome.Owed) persisted.mirror();
  }
}
