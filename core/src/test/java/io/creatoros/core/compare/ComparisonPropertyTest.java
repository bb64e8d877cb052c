package io.creatoros.core.compare;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.InMemoryDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two machines and one mirror, and whatever may befall them in any order: no verdict ever lets
 * bytes be overwritten that the writer did not have before.
 */
class ComparisonPropertyTest {

  private static final List<String> NAMES = List.of("a.md", "b.md", "c.md");
  private static final int STEPS = 40;

  private InMemoryCourseMirror mirror = new InMemoryCourseMirror();
  private List<Machine> machines = List.of();
  private InMemoryDatabase.Backup backup = mirror.database().backup();
  private boolean restoredOnce;
  private Random random = new Random(0);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void compareShouldNeverLetUnknownBytesBeOverwritten(int chapter) {
    for (int seed = chapter * 1000; seed < chapter * 1000 + 150; seed++) {
      restart(seed);
      for (int step = 0; step < STEPS; step++) {
        Machine machine = machines.get(random.nextInt(2));
        befall(machine);
        for (Machine one : machines) {
          assertNothingIsLost(one, "seed " + seed + ", step " + step);
        }
      }
      assertSettles("seed " + seed);
    }
  }

  private void restart(int seed) {
    random = new Random(seed);
    mirror = new InMemoryCourseMirror();
    machines = List.of(new Machine(mirror, "one"), new Machine(mirror, "two"));
    backup = mirror.database().backup();
    restoredOnce = false;
  }

  private void befall(Machine machine) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    byte[] bytes = text("content " + random.nextInt(5));
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> machine.edit(name, bytes);
      case 4, 5 -> machine.delete(name);
      case 6, 7, 8, 9 -> machine.send();
      case 10 -> machine.take(random.nextBoolean());
      case 11 -> {
        machine.loseNextAnswer();
        machine.send();
      }
      case 12 -> machine.loseBases();
      case 13 -> editByHand(name, bytes);
      case 14 -> backup = mirror.database().backup();
      default -> {
        mirror.database().restore(backup);
        restoredOnce = true;
      }
    }
  }

  private void editByHand(String name, byte[] bytes) {
    ArtifactPath path = new ArtifactPath(name);
    if (files().get(path) instanceof RemoteFile.Stored) {
      mirror.editBoth(Machine.COURSE, path, bytes);
    }
  }

  private void assertNothingIsLost(Machine machine, String when) {
    CourseComparison compared = machine.compare();
    for (PathComparison path : compared.paths().values()) {
      Optional<Sha256> here = path.local().map(ManifestEntry::hash);
      Optional<Sha256> there = path.remoteEntry().map(ManifestEntry::hash);
      String what = when + ": " + path;
      switch (path.verdict()) {
        case EQUAL -> assertThat(here).as(what).isEqualTo(there);
        case OWED -> {
          assertThat(here).as(what).isPresent();
          assertThat(there.isEmpty() || machine.everHeld(path.path(), there.get()))
              .as(what)
              .isTrue();
        }
        case OWED_DELETE -> {
          assertThat(here).as(what).isEmpty();
          assertThat(compared.restored()).as(what).isFalse();
          assertThat(machine.everHeld(path.path(), there.orElseThrow())).as(what).isTrue();
        }
        case REMOTE_AHEAD -> assertMirrorKnows(here, path, what);
        default -> assertThat(path.verdict()).as(what).isEqualTo(Verdict.CONFLICT);
      }
    }
  }

  /** What a pull replaces, the mirror holds too, unless a restore took it away. */
  private void assertMirrorKnows(Optional<Sha256> here, PathComparison path, String what) {
    if (here.isPresent() && !restoredOnce) {
      long size = path.local().orElseThrow().size();
      assertThat(mirror.missing(Machine.COURSE, Map.of(here.get(), size))).as(what).isEmpty();
    }
  }

  /** After both took and sent what there is, all is equal and nothing is left to write. */
  private void assertSettles(String when) {
    for (int round = 0; round < 3; round++) {
      for (Machine machine : machines) {
        machine.take(true);
        machine.send();
      }
    }
    for (Machine machine : machines) {
      assertThat(machine.send()).as(when).isFalse();
      assertThat(machine.compare().paths().values())
          .as(when)
          .allMatch(path -> path.verdict() == Verdict.EQUAL);
    }
    for (String name : NAMES) {
      byte[] one = machines.get(0).read(name).orElse(new byte[0]);
      assertThat(machines.get(1).read(name).orElse(new byte[0])).as(when).isEqualTo(one);
    }
  }

  private Map<ArtifactPath, RemoteFile> files() {
    MirrorCourse held = mirror.read(Machine.COURSE, Evidence.RECORDED);
    return held.files();
  }
}
