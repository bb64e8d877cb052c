package io.creatoros.core.compare;

import static io.creatoros.core.compare.Sides.A;
import static io.creatoros.core.compare.Sides.LESSON;
import static io.creatoros.core.compare.Sides.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.FolderScan;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A path that cannot be read, or that something hides, was not deleted. */
class ComparisonHiddenTest {

  private final Sides sides = new Sides();

  @Test
  void compareShouldSayUnknownWhenFileCannotBeRead() {
    sides.unreadable.put(A, "permission denied");
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 5);

    PathComparison compared = sides.compare().paths().get(A);

    assertThat(compared.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(compared.reason()).isEqualTo("permission denied");
    assertThat(compared.base()).isPresent();
  }

  @Test
  void compareShouldNeverDeleteWhenFolderIsHiddenUnderAnotherUnicodeForm() {
    String found = Normalizer.normalize("introdu\u00e7\u00e3o", Normalizer.Form.NFD);
    sides.base(LESSON, OLD, 5);
    sides.there(LESSON, OLD, 5);

    sides.excluded = List.of(new FolderScan.Excluded(found, FolderScan.Reason.LINK, "/elsewhere"));
    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.UNKNOWN);

    sides.excluded = List.of();
    sides.errors.put(found, "permission denied");
    assertThat(sides.verdict(LESSON)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void compareShouldSayWhyWhenPathIsNoArtifactAnyMore() {
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 5);

    sides.excluded = List.of(new FolderScan.Excluded("a.md", FolderScan.Reason.LINK, "../b.md"));
    assertThat(sides.compare().paths().get(A).reason()).contains("link to ../b.md");
    sides.excluded =
        List.of(new FolderScan.Excluded("a.md", FolderScan.Reason.IGNORED_BY_FILE, "*.md"));
    assertThat(sides.compare().paths().get(A).reason()).contains("ignored").contains("*.md");
    sides.excluded =
        List.of(new FolderScan.Excluded("a.md", FolderScan.Reason.SPECIAL_FILE, "pipe"));
    assertThat(sides.compare().paths().get(A).reason()).contains("no regular file");
  }

  @Test
  void compareShouldOweDeleteWhenOnlyAnotherFolderIsHidden() {
    sides.base(A, OLD, 5);
    sides.there(A, OLD, 5);
    sides.excluded =
        List.of(new FolderScan.Excluded("a.m", FolderScan.Reason.IGNORED_BY_FILE, "a.m"));
    sides.errors.put("a", "permission denied");

    assertThat(sides.verdict(A)).isEqualTo(Verdict.OWED_DELETE);
  }
}
