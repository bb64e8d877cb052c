package io.creatoros.core.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.record.Review;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be is refused before anything is written, and the argument is named. */
class DraftsTest {

  @Test
  void draftsShouldBeRefusedWhenNothingIsGiven() {
    refused("course", () -> CourseDraft.builder().build());
    refused("research", () -> ResearchDraft.builder().build());
    refused(
        "metadata", () -> new MetadataDraft(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void everySingleValueShouldMakeADraft() {
    assertThat(CourseDraft.builder().title("x").build().title()).contains("x");
    assertThat(CourseDraft.builder().slug("x").build().slug()).contains("x");
    assertThat(CourseDraft.builder().brief("x").build().brief()).contains("x");
    assertThat(CourseDraft.builder().persona("x").build().persona()).contains("x");
    assertThat(CourseDraft.builder().keywords("x").build().keywords()).contains(List.of("x"));
    assertThat(CourseDraft.builder().status("draft").build().status()).contains("draft");
    assertThat(CourseDraft.builder().provenance("a", "b").build().provenance()).hasSize(1);
    assertThat(CourseDraft.builder().persona("x", "X").build().personaName()).contains("X");
    assertThat(ResearchDraft.builder().marketAnalysis("x").build().marketAnalysis()).contains("x");
    assertThat(ResearchDraft.builder().contentGaps("x").build().contentGaps()).contains("x");
    assertThat(ResearchDraft.builder().differentiation("x").build().differentiation())
        .contains("x");
    assertThat(ResearchDraft.builder().sources("x").build().sources()).contains("x");
    assertThat(ResearchDraft.builder().competitors(0).build().competitors()).contains(0);
    assertThat(MetadataDraft.ofBrief("x").brief()).contains("x");
    assertThat(MetadataDraft.ofCurriculum("x").curriculum()).contains("x");
    assertThat(MetadataDraft.ofOutline("x").outline()).contains("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\ud83cb", "\udf5e", "a\ud83c"})
  void textsShouldBeRefusedWhenNoFileCanHoldThem(String text) {
    refused("brief", () -> CourseDraft.builder().brief(text).build());
    refused("title", () -> CourseDraft.builder().title(text).build());
    refused("keyword", () -> CourseDraft.builder().keywords(text).build());
    refused("provenance x", () -> CourseDraft.builder().provenance("x", text).build());
    refused("provenance name", () -> CourseDraft.builder().provenance(text, "x").build());
    refused("brief", () -> MetadataDraft.ofBrief(text));
    refused("curriculum", () -> MetadataDraft.ofCurriculum(text));
    refused("outline", () -> MetadataDraft.ofOutline(text));
    refused("market analysis", () -> ResearchDraft.builder().marketAnalysis(text).build());
    refused("content gaps", () -> ResearchDraft.builder().contentGaps(text).build());
    refused("differentiation", () -> ResearchDraft.builder().differentiation(text).build());
    refused("sources", () -> ResearchDraft.builder().sources(text).build());
    refused("markdown", () -> LessonDraft.of("1.2", text));
    refused("title", () -> LessonDraft.builder("1.2", "x").title(text).build());
    refused("reviewer", () -> LessonVerdict.passed().by(text));
  }

  @Test
  void refusalShouldTellWhereTheSignIs() {
    assertThatThrownBy(() -> LessonDraft.of("1.2", "🍞a\0"))
        .hasMessage("markdown holds a NUL character at position 3");
    assertThatThrownBy(() -> LessonDraft.of("1.2", "🍞\udf5e"))
        .hasMessage("markdown holds half a character (a lone surrogate) at position 2");
  }

  @Test
  void wordsShouldBeTakenWithoutTheSpaceAroundThem() {
    CourseDraft draft =
        CourseDraft.builder()
            .title(" Bread ")
            .persona("\tana\n", " Ana ")
            .keywords(" a ")
            .status(" Published ")
            .provenance(" model ", " m-1 ")
            .build();

    assertThat(draft.title()).contains("Bread");
    assertThat(draft.persona()).contains("ana");
    assertThat(draft.personaName()).contains("Ana");
    assertThat(draft.keywords()).contains(List.of("a"));
    assertThat(draft.status()).contains("published");
    assertThat(draft.provenance()).containsExactly(entry("model", "m-1"));
  }

  @Test
  void wordsShouldBeRefusedWhenBlankOrEndless() {
    refused("title", () -> CourseDraft.builder().title(" ").build());
    refused("persona", () -> CourseDraft.builder().persona("").build());
    refused("persona name", () -> CourseDraft.builder().persona("a", "").build());
    refused("keyword", () -> CourseDraft.builder().keywords("a", " ").build());
    refused("slug", () -> LessonDraft.builder("1.2", "x").slug(" ").build());
    refused("reviewer", () -> LessonVerdict.passed().by(" "));
    refused("title", () -> CourseDraft.builder().title("x".repeat(10_001)).build());
    assertThat(CourseDraft.builder().title("x".repeat(10_000)).build().title()).isPresent();
  }

  @Test
  void statusShouldBeOneOfThoseThatThereAre() {
    refused("status", () -> CourseDraft.builder().status("reviewed").build());
    refused("status", () -> LessonDraft.builder("1.2", "x").status("done").build());
    refused("verdict", () -> LessonVerdict.of("good", List.of()));
    assertThatThrownBy(() -> LessonVerdict.of("good".repeat(20), List.of()))
        .hasMessageContaining("…\", not one of passed, warning, failed");
    assertThat(LessonVerdict.of("PASSED", List.of()).verdict()).isEqualTo("passed");
    assertThat(LessonDraft.builder("1.2", "x").status("reviewed").build().status())
        .contains("reviewed");
  }

  @Test
  void issuesShouldBeChecked() {
    refused("issue", () -> LessonVerdict.failed(List.of(new Review.Issue(" ", "error", "x"))));
    refused("severity", () -> LessonVerdict.warning(List.of(new Review.Issue("x", "bad", "x"))));
    refused("category", () -> LessonVerdict.failed(List.of(new Review.Issue("x", "error", ""))));
  }

  @Test
  void verdictShouldCollectWhatIsSaid() {
    Sha256 judged = Sha256.of(new byte[0]);
    Review.Issue issue = new Review.Issue("x", "error", "y");

    assertThat(LessonVerdict.failed(List.of(issue)).by("Ana").on(judged))
        .isEqualTo(
            new LessonVerdict("failed", List.of(issue), Optional.of("Ana"), Optional.of(judged)));
    assertThat(LessonVerdict.warning(List.of()).on(judged).by("Ana").judged()).contains(judged);
    assertThat(LessonVerdict.warning(List.of()).verdict()).isEqualTo("warning");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "0.90, 0.9", "0.904, 0.9", "0.905, 0.91", "0.999, 1"})
  void fidelityShouldHaveTwoDigits(String given, String kept) {
    assertThat(
            LessonDraft.builder("1.2", "x")
                .voiceFidelity(new BigDecimal(given))
                .build()
                .voiceFidelity())
        .contains(new BigDecimal(kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "1.01", "90"})
  void fidelityShouldBeFromZeroToOne(String given) {
    refused(
        "voice fidelity",
        () -> LessonDraft.builder("1.2", "x").voiceFidelity(new BigDecimal(given)).build());
  }

  @Test
  void amountsShouldBeRounded() {
    LessonDraft draft =
        LessonDraft.builder("1.2", "x")
            .generationSeconds(new BigDecimal("41.50049"))
            .generationCostUsd(new BigDecimal("0.0310004"))
            .retries(3)
            .build();

    assertThat(draft.generationSeconds()).contains(new BigDecimal("41.5"));
    assertThat(draft.generationCostUsd()).contains(new BigDecimal("0.031"));
    assertThat(draft.retries()).contains(3);
    assertThat(
            LessonDraft.builder("1.2", "x")
                .generationSeconds(new BigDecimal("100"))
                .build()
                .generationSeconds())
        .contains(new BigDecimal("100"));
  }

  @Test
  void amountsShouldBeFromZeroToAThousandMillion() {
    BigDecimal most = new BigDecimal("1000000000");
    LessonDraft.Builder seconds =
        LessonDraft.builder("1.2", "x").generationSeconds(BigDecimal.valueOf(-1));
    LessonDraft.Builder cost = LessonDraft.builder("1.2", "x").generationCostUsd(most);
    LessonDraft.Builder retries = LessonDraft.builder("1.2", "x").retries(-1);

    refused("generation seconds", seconds::build);
    refused("generation cost", cost::build);
    refused("retries", retries::build);
    refused("competitors", () -> ResearchDraft.builder().competitors(-1).build());
    assertThat(
            LessonDraft.builder("1.2", "x")
                .generationCostUsd(most.subtract(BigDecimal.ONE))
                .build()
                .generationCostUsd())
        .isPresent();
  }

  @Test
  void slugsShouldBePartsOfNames() {
    refused("slug", () -> LessonDraft.builder("1.2", "x").slug("a/b").build());
    refused("slug", () -> LessonDraft.builder("1.2", "x").slug("..").build());
    refused("slug", () -> LessonDraft.builder("1.2", "x").slug("a b").build());
    refused("slug", () -> LessonDraft.builder("1.2", "x").slug("x".repeat(101)).build());
    refused("slug", () -> CourseDraft.builder().slug("Pão").build());
    assertThat(LessonDraft.builder("1.2", "x").slug("pa\u0303o-1").build().slug())
        .contains("pão-1");
  }

  @Test
  void briefShouldBeGivenInsteadOfTitleAndSlug() {
    refused("brief", () -> CourseDraft.builder().brief("x").title("y").build());
    refused("brief", () -> CourseDraft.builder().brief("x").slug("y").build());
  }

  private static void refused(String argument, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(argument + " ");
  }
}
