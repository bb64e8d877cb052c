package io.creatoros.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.lesson.LessonLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPathsTest {

  @Test
  void courseShouldLieInFolderOfRecords() {
    assertThat(RecordPaths.course().value()).isEqualTo(".record/course.json");
  }

  @ParameterizedTest
  @CsvSource({"1.2,.record/1.2.json", "07.5,.record/07.5.json", "2.1-mac,.record/2.1-mac.json"})
  void lessonShouldBeCalledAsItsLabel(String label, String path) {
    assertThat(RecordPaths.lesson(LessonLabels.ofText(label).orElseThrow()).value())
        .isEqualTo(path);
  }
}
