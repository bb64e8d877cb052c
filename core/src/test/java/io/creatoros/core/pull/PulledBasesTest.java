package io.creatoros.core.pull;

import static io.creatoros.core.pull.PullFixture.COURSE;
import static io.creatoros.core.pull.PullFixture.path;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.Comparison;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.Samples;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PulledBasesTest {

  private final PullFixture at = new PullFixture();

  @Test
  void ofShouldTakeTheDisksSpellingWhenItDiffersFromTheOneWritten() {
    at.remote(Samples.COMPOSED, "x");
    FolderScan before = at.folders.scan(COURSE, Evidence.RECORDED);
    MirrorCourse mirror = at.mirror.read(COURSE, Evidence.RECORDED);
    at.local(Samples.DECOMPOSED, "x");
    FolderScan after = at.folders.scan(COURSE, Evidence.RECORDED);
    Base written = new Base(Optional.of(Sha256.of(text("x"))), Samples.COMPOSED, 1);
    TreeMap<ArtifactPath, Base> acknowledged = new TreeMap<>();
    acknowledged.put(path(Samples.COMPOSED), written);

    CourseBases bases =
        PulledBases.of(
            Comparison.compare(before, Optional.empty(), mirror, PullFixture.LIMIT),
            Optional.empty(),
            acknowledged,
            after);

    assertThat(bases.paths().get(path(Samples.COMPOSED)))
        .isEqualTo(PathBase.of(new Base(written.hash(), Samples.DECOMPOSED, 1)));
  }
}
