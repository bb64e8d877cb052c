package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.testkit.SampleRows.piece;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowCheckTest {

  private final CourseVerification bytes = CourseVerification.undecided(COURSE, "");

  @Test
  void judgeShouldSayNotProjectedWhenAnEarlierVersionLeftRowsThatFilesNoLongerProjectTo() {
    TypedRow left = piece("Horta");
    TypedRows earlier = new TypedRows(1, 0, new TreeMap<>(Map.of(left.key(), left)), List.of());

    assertThat(RowCheck.judge(bytes, List.of(), earlier).rows())
        .extracting(RowFinding::how)
        .containsExactly(RowHow.NOT_PROJECTED);
  }

  @Test
  void judgeShouldFindNothingWhenThereAreNoRowsOnEitherSide() {
    TypedRows none = new TypedRows(1, 0, new TreeMap<>(), List.of());

    assertThat(RowCheck.judge(bytes, List.of(), none).rows()).isEmpty();
  }
}
