package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looking for words first gives what the rules give when each is tried. */
class ArtifactKindPropertyTest {

  private static final List<String> FOLDERS =
      List.of(
          ".record",
          "research",
          "assessments",
          "templates",
          "sources",
          "Voz do Instrutor",
          "lessons",
          "aulas",
          "módulos",
          "Modulos",
          "legacy",
          "roteiros",
          "scripts",
          "transcrições",
          "transcricao-bruta",
          "transcript",
          "notes");

  private static final List<String> PARTS =
      List.of(
          "course-brief",
          "course_brief",
          "course-outline",
          "ementa",
          "curriculum",
          "market-analysis",
          "análise-mercado",
          "analise-mercado",
          "research-findings",
          "roteiro",
          "teleprompter",
          "completo",
          "transcript",
          "transcrição",
          "aula",
          "aula-1-",
          "lesson",
          "lição",
          "licao",
          "bônus",
          "bonus",
          "m1-aula2",
          "1",
          "12",
          "1.2",
          "4A.1",
          "-",
          "-",
          "_",
          " ",
          "x");

  private static final List<String> ENDINGS =
      List.of(".md", ".md", ".md", ".txt", ".vtt", ".srt", ".yaml", ".yml", ".json", "", ".Md");

  /** Characters that are other cases of letters of ASCII. */
  private static final String ODD = "\u0131\u0130\u017f\u212a";

  @Test
  void ofShouldAgreeWithRegularExpressionsWhenPathsAreMadeOfTheirWords() {
    Random random = new Random(3);
    Set<ArtifactKind> met = EnumSet.noneOf(ArtifactKind.class);
    for (int i = 0; i < 60_000; i++) {
      ArtifactPath path = path(random);

      ArtifactKind kind = ArtifactKind.of(path);

      assertThat(kind).as("path %s", path).isEqualTo(KindByRegex.of(path));
      met.add(kind);
    }
    assertThat(met).containsExactlyInAnyOrder(ArtifactKind.values());
  }

  private static ArtifactPath path(Random random) {
    StringBuilder path = new StringBuilder();
    for (int folders = random.nextInt(3); folders > 0; folders--) {
      path.append(any(FOLDERS, random)).append('/');
    }
    for (int parts = 1 + random.nextInt(6); parts > 0; parts--) {
      path.append(any(PARTS, random));
    }
    String name = path.append(any(ENDINGS, random)).toString();
    return new ArtifactPath(inOtherCases(name, random));
  }

  private static String inOtherCases(String text, Random random) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      switch (random.nextInt(40)) {
        case 0, 1, 2 -> chars[i] = Character.toUpperCase(chars[i]);
        case 3 -> chars[i] = ODD.charAt(random.nextInt(ODD.length()));
        default -> {}
      }
    }
    return new String(chars);
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
