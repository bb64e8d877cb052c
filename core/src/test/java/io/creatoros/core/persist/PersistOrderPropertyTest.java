package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.record.Review;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No call needs an earlier one: whatever their order, and however often, the folder is the same.
 */
class PersistOrderPropertyTest {

  private static final String[] LABELS = {"1.1", "1.2", "4A.1", "2.1-mac", "2.1-windows", "2.1"};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void folderShouldBeTheSameWhateverTheOrderOfCalls(long seed) {
    List<Function<CoursePersister, Persisted>> calls = calls(new Random(seed));
    Map<String, String> expected = filesAfter(calls);

    for (int round = 0; round < 5; round++) {
      List<Function<CoursePersister, Persisted>> shuffled = new ArrayList<>(calls);
      shuffled.addAll(calls.subList(0, calls.size() / 2));
      Collections.shuffle(shuffled, new Random(seed * 100 + round));

      assertThat(filesAfter(shuffled)).isEqualTo(expected);
    }
  }

  private static Map<String, String> filesAfter(List<Function<CoursePersister, Persisted>> calls) {
    PersistedFolder folder = new PersistedFolder();
    calls.forEach(call -> call.apply(folder.persister()));
    CoursePersister later = folder.other();
    calls.forEach(call -> assertThat(call.apply(later).files()).noneMatch(file -> file.changed()));
    return folder.files();
  }

  /** Calls that agree with each other: each value is given by one of them. */
  private static List<Function<CoursePersister, Persisted>> calls(Random random) {
    List<Function<CoursePersister, Persisted>> calls = new ArrayList<>();
    calls.add(p -> p.persistCourse(COURSE, CourseDraft.builder().title("Pão em Casa").build()));
    calls.add(p -> p.persistCourse(COURSE, CourseDraft.builder().slug("pao").build()));
    calls.add(p -> p.persistCourse(COURSE, CourseDraft.builder().persona("ana", "Ana").build()));
    calls.add(p -> p.persistCourse(COURSE, CourseDraft.builder().keywords("a", "b").build()));
    calls.add(p -> p.persistCourse(COURSE, CourseDraft.builder().provenance("model", "m").build()));
    calls.add(p -> p.updateCurriculum(COURSE, "title: Pão\n"));
    calls.add(p -> p.persistMetadata(COURSE, MetadataDraft.ofOutline("# Outline")));
    calls.add(p -> p.persistResearch(COURSE, ResearchDraft.builder().sources("# S").build()));
    calls.add(p -> p.persistResearch(COURSE, ResearchDraft.builder().competitors(4).build()));
    calls.add(p -> p.updateVoiceFidelity(COURSE, new BigDecimal("0.93")));
    for (String label : LABELS) {
      addLesson(label, random, calls);
    }
    return calls;
  }

  private static void addLesson(
      String label, Random random, List<Function<CoursePersister, Persisted>> calls) {
    String text = "# Aula " + label + "\n" + "word ".repeat(random.nextInt(20));
    int retries = random.nextInt(5);
    BigDecimal fidelity = BigDecimal.valueOf(random.nextInt(101), 2);
    Sha256 judged = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    Review.Issue issue = new Review.Issue("issue " + random.nextInt(9), "info", "content");
    calls.add(
        p ->
            p.persistLesson(
                COURSE,
                LessonDraft.builder(label, text)
                    .slug("steps")
                    .retries(retries)
                    .provenance("model", "m")
                    .build()));
    calls.add(p -> p.updateVoiceFidelity(COURSE, label, fidelity));
    calls.add(
        p ->
            p.updateLessonValidation(
                COURSE, label, LessonVerdict.failed(List.of(issue)).by("Ana").on(judged)));
  }
}
