package io.creatoros.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseFolders;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.InMemoryLanes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourseMoveTest {

  private static final CourseId COFFEE = new CourseId("coffee");
  private static final CourseId TEA = new CourseId("tea");

  private final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  private final InMemoryCourseMirror mirror = new InMemoryCourseMirror();
  private final InMemoryBases bases = new InMemoryBases();
  private final Homes homes = new Homes(folders, mirror, bases, new InMemoryLanes());
  private final CourseMove move = new CourseMove(homes, Duration.ZERO);

  @BeforeEach
  void syncACourse() {
    folders.write(COFFEE, "COURSE-BRIEF.md", "brief".getBytes(StandardCharsets.UTF_8));
    sync();
  }

  @Test
  void moveShouldCarryTheCourseAndItsBasesOver() {
    folders.rename(COFFEE, TEA);

    move.move(COFFEE, TEA);

    assertThat(mirror.courses()).containsExactly(TEA);
    assertThat(sync().isEqual()).isTrue();
    assertThat(mirror.heads(List.of(TEA)).get(TEA).revision()).isEqualTo(1);
  }

  @Test
  void moveShouldFinishWhenItBrokeOffAfterTheMirror() {
    folders.rename(COFFEE, TEA);
    mirror.move(COFFEE, TEA);

    move.move(COFFEE, TEA);

    assertThat(bases.courses()).containsExactly(TEA);
    assertThat(sync().isEqual()).isTrue();
  }

  @Test
  void moveShouldBeRefusedWhenTheFolderWasNotRenamed() {
    assertThatThrownBy(() -> move.move(COFFEE, TEA))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("still has a folder");
    assertThat(mirror.courses()).containsExactly(COFFEE);
  }

  @Test
  void moveShouldBeRefusedWhenNobodyKnowsTheCourse() {
    assertThatThrownBy(() -> move.move(new CourseId("milk"), TEA))
        .isInstanceOf(SessionException.class);
    assertThat(mirror.courses()).containsExactly(COFFEE);
  }

  private SyncReport sync() {
    Pauses none = failed -> {};
    return new Synchronizer(homes, SyncSettings.defaults("test"), SyncListener.SILENT, none)
        .sync(List.of(CourseId.ROOT), SyncOptions.PLAIN);
  }
}
