package io.creatoros.testkit;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.Note;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a workspace's memory of a mirror does. */
public interface BasesContract {

  /** The course that these tests remember. */
  CourseId COURSE = new CourseId("nova-formacao/Trilha [IA] 100%");

  /** The bases under test; empty when a test starts. */
  Bases bases();

  /** The same bases as another process reads them. */
  Bases reopened();

  @Test
  default void loadShouldBeEmptyWhenNothingWasSaved() {
    assertThat(bases().load(COURSE)).isEmpty();
    assertThat(bases().courses()).isEmpty();
  }

  @Test
  default void loadShouldGiveWhatWasSavedWhenBasesTakeEveryForm() {
    Base file = new Base(Optional.of(hash("a")), Samples.DECOMPOSED, Long.MAX_VALUE);
    Base absence = new Base(Optional.empty(), "", 3);
    Note sending = new Note(Optional.of(hash("b")));
    Note deleting = new Note(Optional.empty());
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    paths.put(new ArtifactPath("file"), PathBase.of(file));
    paths.put(new ArtifactPath("absence"), PathBase.of(absence));
    paths.put(new ArtifactPath("file, sending"), PathBase.of(file).sending(sending));
    paths.put(new ArtifactPath("file, deleting"), PathBase.of(file).sending(deleting));
    paths.put(new ArtifactPath("absence, sending"), PathBase.of(absence).sending(sending));
    paths.put(new ArtifactPath("sending"), new PathBase(Optional.empty(), Optional.of(sending)));
    paths.put(new ArtifactPath("deleting"), new PathBase(Optional.empty(), Optional.of(deleting)));
    paths.put(new ArtifactPath("neither"), new PathBase(Optional.empty(), Optional.empty()));
    CourseBases saved = new CourseBases(41, 17, true, paths);

    bases().save(COURSE, saved);

    assertThat(bases().load(COURSE)).contains(saved);
    assertThat(reopened().load(COURSE)).contains(saved);
  }

  @Test
  default void loadShouldGiveWhatWasSavedWhenNamesAreOdd() {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    Samples.ODD_NAMES.forEach(name -> paths.put(new ArtifactPath(name), base(name, name)));
    paths.put(new ArtifactPath(Samples.COMPOSED), base("composed", Samples.COMPOSED));
    paths.put(new ArtifactPath(Samples.DECOMPOSED), base("decomposed", Samples.DECOMPOSED));
    CourseBases saved = new CourseBases(1, 0, false, paths);

    bases().save(COURSE, saved);

    assertThat(reopened().load(COURSE)).contains(saved);
  }

  @Test
  default void loadShouldGiveEmptyBasesWhenNoPathWasSaved() {
    CourseBases none = new CourseBases(0, 0, false, Collections.emptySortedMap());

    bases().save(COURSE, none);

    assertThat(reopened().load(COURSE)).contains(none);
  }

  @Test
  default void saveShouldReplaceWhatWasThere() {
    bases().save(COURSE, course(1, "a", "b"));
    CourseBases next = course(2, "b", "c");

    bases().save(COURSE, next);
    bases().save(COURSE, next);

    assertThat(bases().load(COURSE)).contains(next);
    assertThat(reopened().load(COURSE)).contains(next);
  }

  @Test
  default void saveShouldKeepManyPaths() {
    String[] names = new String[10_000];
    for (int i = 0; i < names.length; i++) {
      names[i] = "lessons/" + i + "-lesson.md";
    }
    CourseBases saved = course(1, names);

    bases().save(COURSE, saved);

    assertThat(reopened().load(COURSE)).contains(saved);
  }

  @Test
  default void coursesShouldBeOrderedAndKeptApart() {
    List<CourseId> ordered =
        List.of(
            CourseId.ROOT,
            new CourseId("A"),
            new CourseId("a"),
            new CourseId("a b"),
            new CourseId("a%2Fb"),
            new CourseId("a/b"),
            new CourseId("a_b"),
            new CourseId("segmento-".repeat(25) + "/" + "ç".repeat(120)),
            new CourseId("ç"),
            new CourseId("\uffee"),
            new CourseId("\ud83c\udfaf"));
    List<CourseId> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);

    shuffled.forEach(course -> bases().save(course, course(1, "of-" + course.path())));

    assertThat(bases().courses()).containsExactlyElementsOf(ordered);
    assertThat(reopened().courses()).containsExactlyElementsOf(ordered);
    ordered.forEach(
        course -> assertThat(reopened().load(course)).contains(course(1, "of-" + course.path())));
  }

  @Test
  default void renameShouldReplaceBasesOfTarget() {
    CourseId to = new CourseId("to");
    bases().save(COURSE, course(5, "a"));
    bases().save(to, course(2, "b"));

    bases().rename(COURSE, to);

    assertThat(bases().load(COURSE)).isEmpty();
    assertThat(bases().courses()).containsExactly(to);
    assertThat(reopened().load(to)).contains(course(5, "a"));
  }

  @Test
  default void renameShouldKeepTargetWhenThereIsNothingToTakeOver() {
    CourseId to = new CourseId("to");
    bases().save(to, course(2, "b"));

    bases().rename(COURSE, to);
    bases().rename(to, to);

    assertThat(bases().load(to)).contains(course(2, "b"));
    assertThat(bases().load(COURSE)).isEmpty();
  }

  @Test
  default void saveShouldKeepAllWhenCoursesAreSavedAtOnce() throws Exception {
    Race.run(
        4,
        () -> {
          CourseId own = new CourseId(Thread.currentThread().getName());
          for (int revision = 1; revision <= 20; revision++) {
            bases().save(own, course(revision, "a"));
          }
          return true;
        });

    assertThat(reopened().courses()).hasSize(4);
    assertThat(reopened().courses())
        .allMatch(course -> reopened().load(course).orElseThrow().equals(course(20, "a")));
  }

  private static CourseBases course(long revision, String... names) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    for (String name : names) {
      paths.put(new ArtifactPath(name), base(name, name));
    }
    return new CourseBases(revision, 0, true, paths);
  }

  private static PathBase base(String content, String name) {
    return PathBase.of(new Base(Optional.of(hash(content)), name, 1));
  }

  private static Sha256 hash(String content) {
    return Sha256.of(text(content));
  }
}
