package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.postgrest.testkit.Fault;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryLanes;
import io.creatoros.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** First syncs, each of which breaks off one request later than the one before. */
final class BrokenSyncTest extends ServedMirror {
  private static final int FILES = 4;

  private final byte[] film = new byte[3 << 20];

  BrokenSyncTest() {
    super(PostgrestVersion.V12);
    new Random(3).nextBytes(film);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Break.class,
      names = {"RESET_BEFORE", "RESET_AFTER", "TRUNCATED"})
  void syncShouldResumeWhereverItBrokeOffAndNobodySeeHalfACourse(Fault.Break fault) {
    int request = 0;
    boolean brokeOff = true;
    while (brokeOff) {
      CourseId course = new CourseId("horta " + request);
      Synchronizer synchronizer = synchronizer(course);
      gateway().after(request, "", fault);
      gateway().after(request, "", fault);

      brokeOff = !finishes(synchronizer);
      gateway().heal();

      MirrorCourse seen = mirror().read(course, Evidence.RECOMPUTED);
      assertThat(seen.files().size()).as("files of " + course).isIn(0, FILES);
      assertThat(finishes(synchronizer)).as("resumed: " + course).isTrue();
      assertThat(read(course).head().revision()).isEqualTo(1);
      assertThat(mirror().rows(course).rows()).hasSize(4);
      assertThat(mirror().rows(course).unindexed()).isZero();
      request++;
    }

    assertThat(request).isGreaterThan(5);
    assertThat(hand().query(Long.class, "select count(*) from creatoros.uploads").get(0)).isZero();
  }

  private Synchronizer synchronizer(CourseId course) {
    InMemoryCourseFolders folders = new InMemoryCourseFolders();
    folders.write(course, "curriculum.yaml", Samples.text("title: Horta\n"));
    folders.write(course, "lessons/1.1-horta.md", Samples.text("# A horta\n\nOlá.\n"));
    folders.write(course, "lessons/1.2-solo.md", Samples.text("# O solo\n"));
    folders.write(course, "filme.mp4", film);
    return new Synchronizer(
        new Homes(folders, mirror(), new InMemoryBases(), new InMemoryLanes()),
        new SyncSettings("laptop", SyncSettings.DEFAULT_SIZE_LIMIT, 1, Duration.ZERO, 10),
        SyncListener.SILENT,
        failed -> {});
  }

  private static boolean finishes(Synchronizer synchronizer) {
    try {
      return synchronizer.sync(List.of(CourseId.ROOT), SyncOptions.PLAIN).isEqual();
    } catch (StorageUnavailableException e) {
      return false;
    }
  }
}
