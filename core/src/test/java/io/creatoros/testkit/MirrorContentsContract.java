package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.parts;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.CommitResult.ContentsMissing;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contents go up before the commit that names them, as often as it takes. */
public interface MirrorContentsContract extends MirrorHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("github-essencial");

  /** A content of three parts. */
  byte[] LARGE = bytes(3 * Content.PART_SIZE, 3);

  @Test
  default void missingShouldNameAllWhenCourseIsAbsent() {
    assertThat(missing(text("a"), new byte[0]))
        .containsExactlyInAnyOrder(hash(text("a")), hash(new byte[0]));
    assertThat(mirror().missing(COURSE, Map.of())).isEmpty();
    assertThat(mirror().courses()).isEmpty();
  }

  @Test
  default void missingShouldBeEmptyWhenContentsAreUploaded() {
    writer().upload(COURSE, new byte[0]);
    writer().upload(COURSE, text("a"));
    writer().upload(COURSE, LARGE);

    assertThat(missing(new byte[0], text("a"), LARGE, text("b"))).containsExactly(hash(text("b")));
  }

  @Test
  default void uploadShouldShowNothingToReadersWhenNothingIsCommitted() {
    writer().upload(COURSE, text("a"));

    assertThat(mirror().courses()).isEmpty();
    assertThat(read(COURSE).files()).isEmpty();
    assertThat(read(COURSE).head().revision()).isZero();
    assertThat(mirror().manifest(COURSE, Evidence.RECOMPUTED)).isEqualTo(Manifest.absent(COURSE));
    assertThat(
            mirror()
                .heads(List.of(COURSE))
                .getOrDefault(COURSE, CourseHead.absent(COURSE))
                .revision())
        .isZero();
  }

  @Test
  default void uploadShouldChangeNothingWhenItIsRepeated() {
    writer().write(COURSE, "a.bin", LARGE);
    MirrorCourse before = mirror().read(COURSE, Evidence.RECOMPUTED);

    writer().upload(COURSE, LARGE);
    mirror().upload(COURSE, List.of());

    assertThat(mirror().read(COURSE, Evidence.RECOMPUTED)).isEqualTo(before);
    assertThat(missing(LARGE)).isEmpty();
  }

  @Test
  default void uploadShouldTakePartsInAnyOrderAndGrouping() {
    List<ContentPart> all = new ArrayList<>(parts(LARGE));
    all.addAll(parts(text("a")));
    all.addAll(parts(new byte[0]));
    Collections.reverse(all);

    mirror().upload(COURSE, all.subList(0, 3));
    mirror().upload(COURSE, all.subList(2, 5));

    assertThat(missing(LARGE, text("a"), new byte[0])).isEmpty();
    committed(mirror().commit(COURSE, 0, ORIGIN, List.of(put("a.bin", LARGE)), Optional.empty()));
    assertThat(stored(COURSE, "a.bin", Evidence.RECOMPUTED).damaged()).isFalse();
  }

  @Test
  default void missingShouldNameContentWhenPartOfItIsLacking() {
    List<ContentPart> all = parts(LARGE);
    mirror().upload(COURSE, List.of(all.get(0), all.get(2)));

    assertThat(missing(LARGE)).containsExactly(hash(LARGE));

    mirror().upload(COURSE, List.of(all.get(1)));
    assertThat(missing(LARGE)).isEmpty();
  }

  @Test
  default void missingShouldNameContentWhenUploadedBytesMissItsHash() {
    byte[] right = text("right");
    mirror().upload(COURSE, List.of(new ContentPart(hash(right), 0, text("wrong"))));

    assertThat(missing(right)).containsExactly(hash(right));

    writer().upload(COURSE, right);
    assertThat(missing(right)).isEmpty();
  }

  @Test
  default void commitShouldListContentsWhenTheyAreMissingOrNotWhole() {
    writer().upload(COURSE, text("there"));
    mirror().upload(COURSE, parts(LARGE).subList(0, 2));

    var result =
        mirror()
            .commit(
                COURSE,
                0,
                ORIGIN,
                List.of(
                    put("there.md", text("there")),
                    put("absent.md", text("absent")),
                    put("empty.md", new byte[0]),
                    put("part.bin", LARGE)),
                Optional.empty());

    assertThat(result)
        .isEqualTo(
            new ContentsMissing(Set.of(hash(text("absent")), hash(new byte[0]), hash(LARGE))));
    assertThat(read(COURSE).files()).isEmpty();
    assertThat(read(COURSE).head().revision()).isZero();
  }

  @Test
  default void commitShouldSucceedWhenMissingContentsWereUploadedMeanwhile() {
    var change = List.<io.creatoros.core.course.Change>of(put("a.md", text("a")));
    assertThat(mirror().commit(COURSE, 0, ORIGIN, change, Optional.empty()))
        .isEqualTo(new ContentsMissing(Set.of(hash(text("a")))));

    writer().upload(COURSE, text("a"));

    assertThat(committed(mirror().commit(COURSE, 0, ORIGIN, change, Optional.empty())))
        .isEqualTo(1);
  }

  @Test
  default void missingShouldBeEmptyWhenContentWasCommittedAndItsFileReplacedOrDeleted() {
    assumeTrue(capabilities().contains(Capability.TELLS_LOOSE_CONTENTS), "not told from missing");
    replaceAndDelete();

    assertThat(missing(text("old"), text("gone"), text("new"))).isEmpty();
  }

  @Test
  default void uploadShouldChangeNothingWhenContentIsToldAsMissingThoughItIsThere() {
    assumeFalse(capabilities().contains(Capability.TELLS_LOOSE_CONTENTS), "told from missing");
    replaceAndDelete();
    Set<Sha256> missing = missing(text("old"), text("gone"), text("new"));
    MirrorCourse before = mirror().read(COURSE, Evidence.RECOMPUTED);

    assertThat(missing).containsOnly(hash(text("old")), hash(text("gone")));
    writer().upload(COURSE, text("old"));

    assertThat(mirror().read(COURSE, Evidence.RECOMPUTED)).isEqualTo(before);
    assertThat(writer().write(COURSE, "a.md", text("old"))).isEqualTo(4);
  }

  private void replaceAndDelete() {
    writer().write(COURSE, Map.of("a.md", text("old"), "b.md", text("gone")));
    writer().write(COURSE, "a.md", text("new"));
    writer().delete(COURSE, "b.md");
  }

  @Test
  default void contentsShouldBeKeptApartByCourse() {
    writer().write(COURSE, "a.md", text("a"));
    CourseId other = new CourseId("other");

    assertThat(mirror().missing(other, Map.of(hash(text("a")), 1L)))
        .containsExactly(hash(text("a")));
    assertThat(mirror().commit(other, 0, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty()))
        .isEqualTo(new ContentsMissing(Set.of(hash(text("a")))));
  }

  @Test
  default void commitShouldShareContentWhenPathsHaveTheSameBytes() {
    writer().upload(COURSE, text("same"));

    committed(
        mirror()
            .commit(
                COURSE,
                0,
                ORIGIN,
                List.of(put("a.md", text("same")), put("b.md", text("same"))),
                Optional.empty()));
    writer().delete(COURSE, "a.md");

    assertThat(stored(COURSE, "b.md", Evidence.RECOMPUTED).hash()).isEqualTo(hash(text("same")));
  }

  private Set<Sha256> missing(byte[]... contents) {
    Map<Sha256, Long> sizes = new java.util.HashMap<>();
    for (byte[] content : contents) {
      sizes.put(hash(content), (long) content.length);
    }
    return mirror().missing(COURSE, sizes);
  }

  private static Sha256 hash(byte[] bytes) {
    return Sha256.of(bytes);
  }
}
