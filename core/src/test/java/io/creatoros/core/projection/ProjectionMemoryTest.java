package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.reading.FileFacts;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A course that is projected again and again while its files change. */
class ProjectionMemoryTest {

  private static final CourseId COURSE = new CourseId("baking");
  private static final int STEPS = 60;
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "lessons/1.1-a.md", List.of("# Flour", "# Water", "# Caf\0"),
          "lessons/1.2-b.md", List.of("# Flour", "---\nstatus: published\n---\n# Salt"),
          "curriculum.yaml",
              List.of(
                  "modules: []",
                  "modules:\n  - lessons:\n      - {id: '1.2', title: Salt, duration: 20}\n",
                  "modules:\n  - lessons:\n      - {id: '1.1', title: Flour, duration: 25}\n"),
          ".record/lessons/1.1.json",
              List.of(
                  "{\"lesson\": \"1.1\", \"voiceFidelity\": 0.9}",
                  "{\"lesson\": \"1.2\", \"voiceFidelity\": 0.4}"));

  private final ProjectionMemory memory = new ProjectionMemory();
  private final SortedMap<ArtifactPath, CourseFile> files = new TreeMap<>();
  private final Map<ArtifactPath, StoredFacts> kept = new TreeMap<>();

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void assembleShouldGiveTheRowsThatTheFilesHaveWhateverWasRemembered(long seed) {
    Random random = new Random(seed);
    List<String> paths = TEXTS.keySet().stream().sorted().toList();
    for (int step = 0; step < STEPS; step++) {
      String path = paths.get(random.nextInt(paths.size()));
      List<String> texts = TEXTS.get(path);
      int chosen = random.nextInt(texts.size() + 1);
      if (chosen == texts.size()) {
        files.remove(new ArtifactPath(path));
        kept.remove(new ArtifactPath(path));
      } else {
        write(path, texts.get(chosen));
      }
      if (random.nextInt(4) == 0) {
        kept.remove(new ArtifactPath(path));
      }

      assertThat(assembled()).isEqualTo(Projector.assemble(COURSE, files.values()));
    }
  }

  @Test
  void assembleShouldMakeNoRowAgainThatNothingConcerns() {
    write("lessons/1.1-a.md", "# Flour");
    write("lessons/1.2-b.md", "# Water");
    TypedRow first = lesson("lessons/1.1-a.md");
    TypedRow second = lesson("lessons/1.2-b.md");

    write("lessons/1.2-b.md", "# Salt");

    assertThat(lesson("lessons/1.1-a.md")).isSameAs(first);
    assertThat(lesson("lessons/1.2-b.md")).isNotEqualTo(second);
  }

  @Test
  void recallShouldParseFactsOnceForAsLongAsTheyAreHeld() {
    StoredFacts stored = FactsJson.write(read("lessons/1.1-a.md", "# Flour"));

    FileFacts facts = memory.recall(stored).orElseThrow();

    assertThat(facts).isEqualTo(FactsJson.read(stored).orElseThrow());
    assertThat(memory.recall(new StoredFacts(stored.version(), stored.json())).orElseThrow())
        .isSameAs(facts);
  }

  @Test
  void recallShouldFindNothingInFactsThatThisVersionDoesNotRead() {
    StoredFacts newer = new StoredFacts(Projector.VERSION + 1, "{}");
    StoredFacts damaged = new StoredFacts(Projector.VERSION, "[");

    assertThat(memory.recall(newer)).isEmpty();
    assertThat(memory.recall(damaged)).isEmpty();
    assertThat(memory.recall(damaged)).isEmpty();
  }

  private static FileFacts read(String path, String text) {
    return Readers.read(new ArtifactPath(path), text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, String text) {
    ArtifactPath path = new ArtifactPath(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileFacts facts = read(name, text);
    files.put(path, new CourseFile(path, Sha256.of(bytes), bytes.length, true, facts));
    kept.put(path, FactsJson.write(facts));
  }

  /** The rows of the files with their facts as far as they were kept. */
  private CourseRows assembled() {
    Collection<CourseFile> recalled =
        files.values().stream().map(this::recalled).collect(Collectors.toList());
    return memory.assemble(COURSE, recalled, kept);
  }

  private CourseFile recalled(CourseFile file) {
    StoredFacts stored = kept.get(file.path());
    FileFacts facts = stored == null ? file.facts() : memory.recall(stored).orElseThrow();
    return new CourseFile(file.path(), file.hash(), file.size(), file.stored(), facts);
  }

  private TypedRow lesson(String path) {
    RowKey key = new RowKey(RowTable.COURSE_LESSONS, path);
    return assembled().rows().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
