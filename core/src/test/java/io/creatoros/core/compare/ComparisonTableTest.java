package io.creatoros.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Sha256;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every case there is, against the published table. */
class ComparisonTableTest {

  private static final List<String> LOCAL =
      List.of(
          "absent",
          "h1",
          "h2",
          "h3",
          "unreadable",
          "ignored",
          "linked",
          "below ignored",
          "below linked",
          "below unlistable",
          "in unlistable");
  private static final List<String> REMEMBERED = List.of("none", "absence", "h1", "h2");
  private static final List<String> FORMS = List.of("file", "tombstone", "unstored", "damaged");

  @Test
  void compareShouldFollowTheTableWhateverTheSidesHold() {
    List<Case> cases = cases();
    SoftAssertions softly = new SoftAssertions();

    for (Case one : cases) {
      CourseComparison compared = one.compare();
      if (!outcome(compared).equals(DesignTable.expected(one))
          && softly.errorsCollected().size() < 20) {
        softly
            .assertThat(outcome(compared))
            .as(one.toString())
            .isEqualTo(DesignTable.expected(one));
      }
    }

    softly.assertAll();
    assertThat(cases).hasSizeGreaterThan(10_000);
  }

  @Test
  void casesShouldReachEveryVerdictOfTheTable() {
    Map<Verdict, Integer> reached = new EnumMap<>(Verdict.class);

    for (Case one : cases()) {
      verdict(one.compare()).ifPresent(verdict -> reached.merge(verdict, 1, Integer::sum));
    }

    assertThat(reached).containsOnlyKeys(Verdict.values());
    assertThat(reached.values()).allMatch(count -> count > 50);
  }

  @Test
  void compareShouldNameEveryPathThatAnySideKnows() {
    for (Case one : cases()) {
      boolean anySide =
          one.isContent(one.local())
              || one.local().equals("unreadable")
              || !one.remote().equals("nothing");

      assertThat(!anySide || one.compare().paths().containsKey(Case.PATH)).as("%s", one).isTrue();
    }
  }

  private static DesignTable.Expected outcome(CourseComparison compared) {
    Optional<PathComparison> path = Optional.ofNullable(compared.paths().get(Case.PATH));
    Optional<Base> base = path.flatMap(PathComparison::base);
    return new DesignTable.Expected(
        path.map(PathComparison::verdict).orElse(Verdict.EQUAL).symbol(),
        base.map(left -> left.hash().map(ComparisonTableTest::content).orElse("absence")),
        base.map(Base::revision).orElse(0L),
        compared.restored(),
        compared.firstContact());
  }

  private static Optional<Verdict> verdict(CourseComparison compared) {
    return Optional.ofNullable(compared.paths().get(Case.PATH)).map(PathComparison::verdict);
  }

  private static String content(Sha256 hash) {
    return List.of("h1", "h2", "h3").stream()
        .filter(content -> Case.hash(content).equals(hash))
        .findAny()
        .orElseThrow();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String local : LOCAL) {
      addRemotes(cases, local, -1, "none", "none");
      for (String note : REMEMBERED) {
        addRemotes(cases, local, 0, "none", note);
        for (String base : REMEMBERED) {
          addRemotes(cases, local, 5, base, note);
        }
      }
    }
    return cases;
  }

  private static void addRemotes(
      List<Case> cases, String local, long seen, String base, String note) {
    for (long head : new long[] {0, 4, 5, 6, 7}) {
      cases.add(new Case(local, seen, base, note, "nothing", 0, head, true));
      for (long revision = 4; revision <= Math.min(head, 6); revision++) {
        for (String form : FORMS) {
          for (String content : List.of("h1", "h2")) {
            String remote = form + " " + content;
            cases.add(new Case(local, seen, base, note, remote, revision, head, true));
            cases.add(new Case(local, seen, base, note, remote, revision, head, false));
          }
        }
      }
    }
  }
}
