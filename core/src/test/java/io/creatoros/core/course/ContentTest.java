package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "1048575, 1",
    "1048576, 1",
    "1048577, 2",
    "2097152, 2",
    "2097153, 3",
    "26214400, 25",
    "1125899906842624, 1073741824"
  })
  void partsShouldCountWholeAndLastParts(long size, int parts) {
    assertThat(Content.parts(size)).isEqualTo(parts);
  }
}
