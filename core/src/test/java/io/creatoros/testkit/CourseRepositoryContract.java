package io.creatoros.testkit;

import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseRepository;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every place where courses live does for its readers. */
public interface CourseRepositoryContract {

  /** The home under test; without courses when a test starts. */
  CourseRepository repository();

  /** The same home as another process sees it. */
  CourseRepository reopened();

  /**
   * Puts a file into a course, by the home's own means of writing, replacing what is there.
   *
   * @param name the path as found on disk; its key is the composed form
   */
  void place(CourseId course, String name, byte[] bytes);

  /** Deletes a file from a course, by the home's own means of writing. */
  void remove(CourseId course, String name);

  /** What this home can do. */
  default Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Test
  default void coursesShouldBeEmptyWhenNothingIsStored() {
    assertThat(repository().courses()).isEmpty();
  }

  @Test
  default void coursesShouldBeOrderedByUnsignedBytesWhenNamesAreOdd() {
    List<CourseId> ordered =
        List.of(
            new CourseId("Marketing-com-IA-Brand"),
            new CourseId("a b [IA] 100%"),
            new CourseId("nova-formacao/trilha-10"),
            new CourseId("nova-formacao/trilha-3"),
            new CourseId("vercel_express"),
            new CourseId("çurso"),
            new CourseId("\uffee"),
            new CourseId("\ud83c\udfaf"));
    List<CourseId> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);

    shuffled.forEach(course -> place(course, "COURSE-BRIEF.md", text("brief")));

    assertThat(repository().courses()).containsExactlyElementsOf(ordered);
  }

  @Test
  default void manifestShouldBeAbsentWhenCourseIsAbsent() {
    CourseId course = new CourseId("nowhere");

    for (Evidence evidence : Evidence.values()) {
      assertThat(repository().manifest(course, evidence)).isEqualTo(Manifest.absent(course));
    }
  }

  @Test
  default void manifestShouldDescribeFileWhenPlaced() {
    CourseId course = new CourseId("curso");
    byte[] content = text("# Aula 1.1: Introdução\r\n");

    place(course, Samples.DECOMPOSED, content);

    ArtifactPath path = new ArtifactPath(Samples.COMPOSED);
    for (Evidence evidence : Evidence.values()) {
      Manifest manifest = repository().manifest(course, evidence);
      ManifestEntry entry = manifest.entries().get(path);
      assertThat(manifest.course()).isEqualTo(course);
      assertThat(manifest.unreadable()).isEmpty();
      assertThat(manifest.entries()).containsOnlyKeys(path);
      assertThat(entry.path()).isEqualTo(path);
      assertThat(Normalizer.normalize(entry.name(), Normalizer.Form.NFC)).isEqualTo(path.value());
      assertThat(entry.hash()).isEqualTo(Sha256.of(content));
      assertThat(entry.recorded()).isEqualTo(Sha256.of(content));
      assertThat(entry.size()).isEqualTo(content.length);
      assertThat(entry.kind()).isEqualTo(ArtifactKind.LESSON);
      assertThat(entry.stored()).isTrue();
    }
  }

  @Test
  default void manifestShouldKeepNameAsFoundWhenItIsDecomposed() {
    assumeTrue(capabilities().contains(Capability.KEEPS_UNICODE_FORM), "forms are not kept");
    CourseId course = new CourseId("curso");

    place(course, Samples.DECOMPOSED, text("a"));

    assertThat(names(course)).containsExactly(Samples.DECOMPOSED);
  }

  @Test
  default void manifestShouldBeOrderedByUnsignedBytesWhenNamesAreOdd() {
    CourseId course = new CourseId("curso");
    List<String> ordered =
        List.of("B", "Z/a", "a", "a.b", "a/b", "aa", "é", "\uffee", "\ud83c\udfaf");
    List<String> shuffled = new ArrayList<>(ordered);
    shuffled.remove("a");
    Collections.reverse(shuffled);

    shuffled.forEach(name -> place(course, name, text(name)));

    List<String> expected = new ArrayList<>(ordered);
    expected.remove("a");
    assertThat(paths(course)).containsExactlyElementsOf(expected);
  }

  @Test
  default void openShouldGiveSameBytesWhenNameIsOdd() {
    CourseId course = new CourseId("nova-formacao/Curso [IA] 100%");

    Samples.ODD_NAMES.forEach(name -> place(course, name, text(name)));

    assertThat(paths(course)).containsExactlyInAnyOrderElementsOf(Samples.ODD_NAMES);
    for (String name : Samples.ODD_NAMES) {
      assertThat(contentOf(course, name)).contains(text(name));
    }
  }

  @Test
  default void openShouldGiveSameBytesWhenContentIsOdd() {
    CourseId course = new CourseId("curso");
    List<byte[]> contents = Samples.oddContents();

    for (int i = 0; i < contents.size(); i++) {
      place(course, "odd-" + i + ".md", contents.get(i));
    }

    for (int i = 0; i < contents.size(); i++) {
      assertThat(contentOf(course, "odd-" + i + ".md")).contains(contents.get(i));
    }
  }

  @Test
  default void openShouldGiveSameBytesWhenContentHasSeveralParts() {
    CourseId course = new CourseId("curso");
    int part = Content.PART_SIZE;

    for (int size : List.of(0, 1, part - 1, part, part + 1, 3 * part)) {
      place(course, size + ".bin", bytes(size, size));
    }

    Manifest recomputed = repository().manifest(course, Evidence.RECOMPUTED);
    assertThat(recomputed).isEqualTo(repository().manifest(course, Evidence.RECORDED));
    for (int size : List.of(0, 1, part - 1, part, part + 1, 3 * part)) {
      byte[] expected = bytes(size, size);
      ManifestEntry entry = recomputed.entries().get(new ArtifactPath(size + ".bin"));
      assertThat(entry.hash()).isEqualTo(Sha256.of(expected));
      assertThat(entry.size()).isEqualTo(size);
      assertThat(contentOf(course, size + ".bin").orElseThrow()).isEqualTo(expected);
    }
  }

  @Test
  default void openShouldBeEmptyWhenCourseOrPathIsAbsent() {
    CourseId course = new CourseId("curso");
    place(course, "lessons/1.1-a.md", text("a"));

    assertThat(contentOf(new CourseId("other"), "lessons/1.1-a.md")).isEmpty();
    assertThat(contentOf(course, "lessons/1.1-b.md")).isEmpty();
    assertThat(contentOf(course, "lessons")).isEmpty();
    assertThat(contentOf(course, "lessons/1.1-a.md/below")).isEmpty();
  }

  @Test
  default void placeShouldOverwriteWhenFileIsThere() {
    CourseId course = new CourseId("curso");
    place(course, "EMENTA.md", bytes(Content.PART_SIZE + 1, 1));

    place(course, "EMENTA.md", text("short"));

    assertThat(contentOf(course, "EMENTA.md")).contains(text("short"));
    assertThat(paths(course)).containsExactly("EMENTA.md");
  }

  @Test
  default void manifestShouldLackFileWhenRemoved() {
    CourseId course = new CourseId("curso");
    place(course, "a.md", text("a"));
    place(course, "b.md", text("b"));

    remove(course, "a.md");

    assertThat(paths(course)).containsExactly("b.md");
    assertThat(contentOf(course, "a.md")).isEmpty();
  }

  @Test
  default void manifestShouldHoldFileAgainWhenPlacedAfterRemoval() {
    CourseId course = new CourseId("curso");
    place(course, "a.md", text("a"));
    remove(course, "a.md");

    place(course, "a.md", text("a"));

    assertThat(contentOf(course, "a.md")).contains(text("a"));
  }

  @Test
  default void manifestShouldKeepApartCoursesWithSameFiles() {
    CourseId first = new CourseId("first");
    CourseId second = new CourseId("second");
    place(first, "a.md", text("same"));
    place(second, "a.md", text("same"));

    remove(first, "a.md");
    place(second, "b.md", text("other"));

    assertThat(paths(first)).isEmpty();
    assertThat(paths(second)).containsExactly("a.md", "b.md");
    assertThat(contentOf(second, "a.md")).contains(text("same"));
  }

  @Test
  default void placeShouldKeepBothWhenNamesDifferInCase() {
    assumeTrue(capabilities().contains(Capability.KEEPS_CASE), "case is not kept");
    CourseId course = new CourseId("curso");

    place(course, "COMPETENCIAS-PROFESSOR.md", text("upper"));
    place(course, "competencias-professor.md", text("lower"));

    assertThat(contentOf(course, "COMPETENCIAS-PROFESSOR.md")).contains(text("upper"));
    assertThat(contentOf(course, "competencias-professor.md")).contains(text("lower"));
  }

  @Test
  default void placeShouldKeepOneWhenNamesDifferInCaseAndHomeIgnoresIt() {
    assumeFalse(capabilities().contains(Capability.KEEPS_CASE), "case is kept");
    CourseId course = new CourseId("curso");

    place(course, "COMPETENCIAS-PROFESSOR.md", text("upper"));
    place(course, "competencias-professor.md", text("lower"));

    assertThat(paths(course)).hasSize(1);
  }

  @Test
  default void placeShouldReplaceFileWhenHomeIgnoresUnicodeForm() {
    assumeFalse(capabilities().contains(Capability.KEEPS_UNICODE_FORM), "forms are kept");
    CourseId course = new CourseId("curso");

    place(course, Samples.COMPOSED, text("composed"));
    place(course, Samples.DECOMPOSED, text("decomposed"));

    assertThat(paths(course)).containsExactly(Samples.COMPOSED);
  }

  @Test
  default void reopenedShouldReadTheSameWhenHomeIsOpenedAgain() {
    CourseId course = new CourseId("curso");
    place(course, "COURSE-BRIEF.md", text("brief"));
    place(course, Samples.DECOMPOSED, text("lesson"));

    CourseRepository again = reopened();

    assertThat(again.courses()).containsExactly(course);
    assertThat(again.manifest(course, Evidence.RECORDED))
        .isEqualTo(repository().manifest(course, Evidence.RECORDED));
    assertThat(again.manifest(course, Evidence.RECOMPUTED))
        .isEqualTo(repository().manifest(course, Evidence.RECOMPUTED));
  }

  /** The keys of a course's artifacts, in the home's order. */
  default List<String> paths(CourseId course) {
    return repository().manifest(course, Evidence.RECORDED).entries().keySet().stream()
        .map(ArtifactPath::value)
        .toList();
  }

  /** The names of a course's artifacts as found on disk, in the home's order. */
  default List<String> names(CourseId course) {
    return repository().manifest(course, Evidence.RECORDED).entries().values().stream()
        .map(ManifestEntry::name)
        .toList();
  }

  /** The bytes of an artifact; empty when the home does not hold them. */
  default Optional<byte[]> contentOf(CourseId course, String path) {
    Optional<InputStream> opened = repository().open(course, new ArtifactPath(path));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = opened.get()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
