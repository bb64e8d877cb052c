package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @Test
  void visibleShouldShowWhatCouldSteerATerminal() {
    assertThat(Text.visible("ação [IA] 🎓")).isEqualTo("ação [IA] 🎓");
    assertThat(Text.visible("a\u001b[2J\nb\u202ec")).isEqualTo("a\\u001b[2J\\u000ab\\u202ec");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "26214400, 25.0 MiB",
    "1073741824, 1.0 GiB"
  })
  void sizeShouldUseTheLargestUnit(long bytes, String text) {
    assertThat(Text.size(bytes)).isEqualTo(text);
  }

  @Test
  void countShouldUseThePluralUnlessItIsOne() {
    assertThat(Text.count(1, "file") + ", " + Text.count(0, "file")).isEqualTo("1 file, 0 files");
  }

  @Test
  void tableShouldAlignColumnsWhateverTheScript() {
    Table table = new Table("NAME", "N");
    table.row("edição", 7);
    table.row("e\u0301", 1234);
    table.row("日本", 1);

    assertThat(table.lines())
        .isEqualTo(List.of("NAME       N", "edição     7", "e\u0301       1234", "日本       1"));
  }

  @Test
  void jsonShouldEscapeAndKeepTypes() {
    String json = Json.write(CourseJson.row("a", "q\"\n", "b", 1L, "c", List.of(true)));

    assertThat(TestJson.object(json))
        .isEqualTo(CourseJson.row("a", "q\"\n", "b", 1L, "c", List.of(true)));
  }
}
