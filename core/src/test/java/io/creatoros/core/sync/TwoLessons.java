package io.creatoros.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;

/** A machine with a course of two lessons, their plan, and a file that is not read for facts. */
final class TwoLessons {

  static final String FIRST = "lessons/1.1-horta.md";
  static final String SECOND = "lessons/1.2-solo.md";

  private TwoLessons() {}

  static Site site() {
    return new Site()
        .write("curriculum.yaml", "title: Horta\n")
        .write(FIRST, "# A horta\n\nOlá.\n")
        .write(SECOND, "# O solo\n")
        .write("sources/notes.txt", "not read");
  }

  /** Another machine that has the same files and knows the mirror. */
  static Site sameCourseElsewhere(Site site) {
    Site desktop = site.another();
    site.stored().forEach(desktop::write);
    desktop.sync(SyncOptions.PLAIN.joining());
    return desktop;
  }

  static ArtifactPath path(String path) {
    return new ArtifactPath(path);
  }

  /** A sync finds everything equal and asks the mirror for nothing but where the course stands. */
  static void assertQuiet(Site site) {
    site.mirror.forgetCalls();
    assertThat(site.syncCourse().isEqual()).isTrue();
    assertThat(site.mirror.calls()).containsExactly("heads", "courses");
  }
}
