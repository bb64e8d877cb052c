package io.creatoros.core.resilience;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.SampleRows.VERSION;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Senders that take turns in writing courses, some through a memory of their own and some not, with
 * lost answers, edits by hand, renames and time in between. What the mirror holds in the end is
 * what it would hold had nobody remembered anything.
 */
class SendersTest {

  private static final List<CourseId> COURSES = List.of(new CourseId("a"), new CourseId("b"));
  private static final List<String> NAMES = List.of("1.md", "2.md", "3.md", "4.md");
  private static final int STEPS = 120;
  private static final int TRIES = 5;

  /** The sender without memory: what is remembered is no ground for deletes. */
  private static final int DELETING = 2;

  private final AtomicLong now = new AtomicLong();

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mirrorShouldEndAsWithoutMemory(long seed) {
    boolean editing = seed % 2 == 1;
    InMemoryCourseMirror plain = new InMemoryCourseMirror();
    InMemoryCourseMirror remembered = new InMemoryCourseMirror();
    FaultyMirror plainly = new FaultyMirror(plain);
    FaultyMirror first = new FaultyMirror(remembered);
    FaultyMirror second = new FaultyMirror(remembered);

    run(
        new Random(seed),
        plain,
        List.of(plainly, plainly, plainly),
        List.of(plainly, plainly),
        editing);
    run(
        new Random(seed),
        remembered,
        List.of(remembering(first), remembering(second), remembered),
        List.of(first, second),
        editing);

    for (CourseId course : COURSES) {
      MirrorCourse files = remembered.read(course, Evidence.RECOMPUTED);
      assertThat(stored(files)).isEqualTo(stored(plain.read(course, Evidence.RECOMPUTED)));
      assertThat(remembered.facts(course)).isEqualTo(plain.facts(course));
      assertThat(remembered.rows(course).rows()).isEqualTo(plain.rows(course).rows());
      assertThat(files.head().projection()).isIn(0, VERSION);
    }
  }

  private CourseMirror remembering(CourseMirror mirror) {
    return new RememberingMirror(mirror, new MirrorMemory(now::get));
  }

  /** Everything chosen by chance is chosen whether or not it is of use, so that both runs agree. */
  private void run(
      Random random,
      InMemoryCourseMirror home,
      List<CourseMirror> senders,
      List<FaultyMirror> faulty,
      boolean editing) {
    for (int step = 0; step < STEPS; step++) {
      CourseId course = COURSES.get(random.nextInt(COURSES.size()));
      int sending = random.nextInt(senders.size());
      CourseMirror sender = senders.get(sending);
      Map<String, Optional<byte[]>> wanted = wanted(random, sending == DELETING);
      now.addAndGet(random.nextLong(2_000_000_000L));
      int event = random.nextInt(30);
      int chosen = random.nextInt(faulty.size());
      String name = NAMES.get(random.nextInt(NAMES.size()));
      switch (event) {
        case 0 -> faulty.get(chosen).loseNextAnswer();
        case 1 -> {
          if (editing) {
            edit(home, course, name, text("edited " + step));
          }
        }
        case 2 -> move(senders.get(chosen), course);
        default -> {}
      }
      send(sender, course, wanted);
    }
    COURSES.forEach(course -> settle(home, course));
  }

  /** What a synchronisation does after all: rows are brought up to date, and edits are healed. */
  private static void settle(CourseMirror home, CourseId course) {
    send(home, course, Map.of());
    MirrorCourse held = home.read(course, Evidence.RECORDED);
    if (held.head().edits() > 0) {
      Projection rows = healing(rows(course, stored(held), new TreeMap<>(), Set.of()));
      MirrorWriter.committed(
          home.commit(course, held.head().revision(), ORIGIN, List.of(), Optional.of(rows)));
    }
  }

  private static Map<String, Optional<byte[]>> wanted(Random random, boolean deleting) {
    Map<String, Optional<byte[]>> wanted = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      byte[] bytes = text("content " + random.nextInt(6));
      boolean delete = random.nextInt(3) == 0 && deleting;
      wanted.put(name, delete ? Optional.empty() : Optional.of(bytes));
    }
    return wanted;
  }

  private static void edit(InMemoryCourseMirror home, CourseId course, String name, byte[] bytes) {
    ArtifactPath path = new ArtifactPath(name);
    if (home.read(course, Evidence.RECORDED).files().get(path) instanceof RemoteFile.Stored) {
      home.editBoth(course, path, bytes);
    }
  }

  private static void move(CourseMirror mirror, CourseId course) {
    CourseId aside = new CourseId("aside");
    if (mirror.courses().contains(course)) {
      mirror.move(course, aside);
      mirror.move(aside, course);
    }
  }

  private static void send(
      CourseMirror mirror, CourseId course, Map<String, Optional<byte[]>> wanted) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        if (isSent(mirror, course, wanted)) {
          return;
        }
      } catch (StorageUnavailableException lost) {
        assertThat(lost).hasMessageContaining("lost");
      }
    }
    throw new AssertionError("the course kept moving");
  }

  /** Tries once, as a synchronisation does. */
  private static boolean isSent(
      CourseMirror mirror, CourseId course, Map<String, Optional<byte[]>> wanted) {
    MirrorCourse before = mirror.read(course, Evidence.RECORDED);
    List<Change> changes = new ArrayList<>();
    Map<Sha256, Long> sizes = new HashMap<>();
    SortedMap<String, Sha256> after = stored(before);
    wanted.forEach(
        (name, bytes) -> {
          Optional<Sha256> recorded = Optional.ofNullable(after.get(name));
          if (bytes.isPresent()) {
            changes.add(MirrorWriter.put(name, bytes.get(), recorded));
            sizes.put(Sha256.of(bytes.get()), (long) bytes.get().length);
            after.put(name, Sha256.of(bytes.get()));
          } else if (recorded.isPresent()) {
            changes.add(new Change.Delete(new ArtifactPath(name), recorded.get()));
            after.remove(name);
          }
        });
    boolean behind = before.head().revision() > 0 && before.head().projection() < VERSION;
    if (changes.isEmpty() && !behind) {
      return true;
    }
    upload(mirror, course, wanted, mirror.missing(course, sizes));
    Set<ArtifactPath> anew = new HashSet<>();
    changes.forEach(change -> anew.add(change.path()));
    Projection rows = rows(course, after, mirror.facts(course), anew);
    return mirror.commit(course, before.head().revision(), ORIGIN, changes, Optional.of(rows))
        instanceof CommitResult.Committed;
  }

  private static SortedMap<String, Sha256> stored(MirrorCourse course) {
    SortedMap<String, Sha256> stored = new TreeMap<>();
    course
        .files()
        .forEach(
            (path, file) -> {
              if (file instanceof RemoteFile.Stored found) {
                stored.put(path.value(), found.entry().recorded());
              }
            });
    return stored;
  }

  private static void upload(
      CourseMirror mirror,
      CourseId course,
      Map<String, Optional<byte[]>> wanted,
      Set<Sha256> missing) {
    wanted.values().stream()
        .flatMap(Optional::stream)
        .filter(bytes -> missing.contains(Sha256.of(bytes)))
        .forEach(bytes -> mirror.upload(course, MirrorWriter.parts(bytes)));
  }

  /** Rows that tell all files, and are made from the facts that the mirror keeps where it does. */
  private static Projection rows(
      CourseId course,
      SortedMap<String, Sha256> files,
      SortedMap<ArtifactPath, StoredFacts> kept,
      Set<ArtifactPath> changed) {
    List<TypedRow> rows = new ArrayList<>();
    Map<String, String> facts = new TreeMap<>();
    files.forEach(
        (name, hash) -> {
          ArtifactPath path = new ArtifactPath(name);
          boolean known = kept.containsKey(path) && !changed.contains(path);
          String said = known ? kept.get(path).json() : "{\"of\":\"" + hash.hex() + "\"}";
          if (!known) {
            facts.put(name, said);
          }
          TypedRow row = lesson(name, new byte[0], String.valueOf(score(said)));
          rows.add(new TypedRow(row.key(), row.values(), texts(hash)));
        });
    rows.add(piece(course + " of " + files.size()));
    files.values().stream().findFirst().ifPresent(hash -> rows.add(metadata(files.size(), hash)));
    return keeping(projection(rows.toArray(TypedRow[]::new)), facts);
  }

  private static double score(String facts) {
    return Math.floorMod(facts.hashCode(), 100) / 100.0;
  }

  private static SortedMap<String, Sha256> texts(Sha256 hash) {
    return new TreeMap<>(Map.of("content_markdown", hash));
  }
}
