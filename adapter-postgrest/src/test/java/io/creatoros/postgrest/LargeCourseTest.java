package io.creatoros.postgrest;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.parts;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No limit of what stands between cuts what is written or read. */
final class LargeCourseTest extends ServedMirror {
  private static final CourseId COURSE = new CourseId("curso");
  private static final int MIB = 1 << 20;

  LargeCourseTest() {
    super(PostgrestVersion.V11);
  }

  @Test
  void readShouldHoldEveryFileOfMoreThanTheServersMostRows() {
    int files = 2 * PostgrestServer.MAX_ROWS + 500;
    commit(files);

    for (Evidence evidence : Evidence.values()) {
      MirrorCourse course = mirror().read(COURSE, evidence);
      assertThat(course.files()).hasSize(files);
      assertThat(course.manifest().entries()).hasSize(files);
    }
    assertThat(mirror().facts(COURSE)).hasSize(files);
    assertThat(calls("/creatoros_facts")).hasSize(2);
  }

  @Test
  void readShouldPutPagesTogether() {
    commit(5_001);

    MirrorCourse course = read(COURSE);

    assertThat(course.files()).hasSize(5_001);
    assertThat(calls("/creatoros_read")).hasSize(2);
  }

  @Test
  void largeFileShouldTravelInSmallRequests() throws IOException {
    byte[] bytes = new byte[24 * MIB + 1];
    new Random(5).nextBytes(bytes);
    List<ContentPart> parts = new ArrayList<>(parts(bytes));
    Collections.reverse(parts);

    mirror().upload(COURSE, parts);
    mirror().commit(COURSE, 0, ORIGIN, List.of(put("filme.mp4", bytes)), Optional.empty());

    try (InputStream stream = mirror().open(COURSE, new ArtifactPath("filme.mp4")).orElseThrow()) {
      assertThat(Sha256.of(stream)).isEqualTo(Sha256.of(bytes));
    }
    assertThat(calls("/creatoros_upload"))
        .hasSize(25)
        .allSatisfy(seen -> assertThat(seen.bytes()).isLessThan(3 * MIB / 2));
    assertThat(calls("/creatoros_content")).hasSize(25);
    assertThat(mirror().read(COURSE, Evidence.RECOMPUTED)).isEqualTo(read(COURSE));
  }

  @Test
  void smallPartsShouldShareARequestAndNoneBeSentTwice() {
    List<ContentPart> parts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      parts.addAll(parts(text("content " + i % 20)));
    }

    mirror().upload(COURSE, parts);
    mirror().upload(COURSE, List.of());

    assertThat(calls("/creatoros_upload"))
        .singleElement()
        .satisfies(seen -> assertThat(seen.bytes()).isBetween(20 * 64, 40 * 64));
    assertThat(hand().query(Long.class, "select count(*) from creatoros.contents").get(0))
        .isEqualTo(20);
  }

  @Test
  void contentsShouldBeLookedForInPortions() {
    Map<Sha256, Long> sizes = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      sizes.put(Sha256.of(text("content " + i)), 10L * MIB);
    }

    assertThat(mirror().missing(COURSE, sizes)).isEqualTo(sizes.keySet());
    assertThat(mirror().missing(COURSE, Map.of())).isEmpty();

    assertThat(calls("/creatoros_missing")).hasSize(4);
  }

  private void commit(int files) {
    writer().upload(COURSE, text("same"));
    List<Change> changes =
        IntStream.range(0, files)
            .<Change>mapToObj(i -> put("módulo " + i % 9 + "/" + i + ".md", text("same")))
            .toList();
    SortedMap<ArtifactPath, StoredFacts> facts = new TreeMap<>();
    changes.forEach(change -> facts.put(change.path(), new StoredFacts(1, "{\"a\": 1}")));
    Projection projection = new Projection(1, facts, List.of(), Map.of(), Map.of(), false, false);

    assertThat(mirror().commit(COURSE, 0, ORIGIN, changes, Optional.of(projection)))
        .isEqualTo(new CommitResult.Committed(1));
  }

  private List<Gateway.Seen> calls(String end) {
    return gateway().seen().stream().filter(seen -> seen.path().endsWith(end)).toList();
  }
}
