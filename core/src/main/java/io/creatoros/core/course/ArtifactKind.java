package io.creatoros.core.course;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an artifact is to a course, told by its path alone. */
public enum ArtifactKind {
  BRIEF,
  OUTLINE,
  CURRICULUM,
  LESSON,
  SCRIPT,
  TRANSCRIPT,
  RESEARCH_REPORT,
  ASSESSMENT,
  RESOURCE,
  SOURCE,
  RECORD,
  OTHER;

  private static final String NUMBER = "\\d+[a-z]?\\.\\d+[-_. ]";

  private static final Rule BRIEF_NAME =
      named("(aula[-_]\\d+[-_])?course[-_]brief([-_.].*)?\\.md", "brief");
  private static final Rule OUTLINE_NAME =
      named("(course[-_]outline|ementa)([-_.].*)?\\.md", "outline", "ementa");
  private static final Rule CURRICULUM_NAME = named("curriculum([-_.].*)?\\.ya?ml", "curriculum");
  private static final Rule RESEARCH_NAME =
      named(
          "(market[-_](analysis|research)|an[aá]lise[-_]mercado|research[-_]findings).*\\.md",
          "market",
          "mercado",
          "research");
  private static final Rule REPORT_NAME = named(".*\\.(md|txt)", ".");
  private static final Rule SCRIPT_NAME =
      named(".*([-_ ]roteiro|teleprompter.*)\\.md", "roteiro", "teleprompter");
  private static final Rule LOOSE_SCRIPT_NAME =
      named(".*roteiro.*\\.md|" + NUMBER + ".*-completo\\.md", "roteiro", "completo");
  private static final Rule SCRIPT_FOLDER =
      folder("roteiros|scripts", "md|txt", "roteiros", "scripts");
  private static final Rule TRANSCRIPT_NAME = named("aula[-_]\\d+.*\\.(txt|vtt|srt)", "aula");
  private static final Rule TRANSCRIPT_IN_FOLDER =
      named(".*/[^/]*([-_ ]transcri(pt|[cç])[^/]*\\.txt|\\.(vtt|srt))", "transcri", ".vtt", ".srt");
  private static final Rule TRANSCRIPT_FOLDER =
      folder("(transcri[cç][oõ]es|transcri[cç][aã]o|transcripts?)[^/]*", "md|txt", "transcri");
  private static final Rule LESSON_NAME =
      named("((aula|lesson)[-_ ]?)?" + NUMBER + ".*\\.md|m\\d+-aula\\d+-.*\\.md", ".md");
  private static final Rule COUNTED_NAME =
      named("(aula|lesson|li[cç][aã]o)[-_ ]?\\d+([-_ ].*)?\\.md", "aula", "lesson", "li");
  private static final Rule BONUS_NAME = named("b[oô]nus[-_ ].*\\.md", "nus");
  private static final Rule LESSON_FOLDER =
      folder("lessons|aulas|m[oó]dulos|legacy", "md", "lessons", "aulas", "dulos", "legacy");

  /**
   * A rule for names in lower case.
   *
   * @param words one of these is in every name that the expression fits; looked for first, because
   *     that takes less time
   */
  private record Rule(Pattern expression, List<String> words) {

    boolean fits(String name) {
      for (String word : words) {
        if (name.contains(word)) {
          return expression.matcher(name).matches();
        }
      }
      return false;
    }
  }

  /**
   * The kind of the artifact at a path. Everything has one: what no rule knows is {@link #OTHER}.
   */
  public static ArtifactKind of(ArtifactPath path) {
    String composed = Normalizer.normalize(path.value(), Normalizer.Form.NFC);
    String top = composed.substring(0, Math.max(0, composed.indexOf('/')));
    String value = inOneCase(composed);
    String name = value.substring(value.lastIndexOf('/') + 1);
    return switch (top.toLowerCase(Locale.ROOT)) {
      case ".record" -> composed.endsWith(".json") ? RECORD : OTHER;
      case "research" -> REPORT_NAME.fits(name) ? RESEARCH_REPORT : OTHER;
      case "assessments" -> ASSESSMENT;
      case "resources", "templates", "mindmaps", "prompts" -> RESOURCE;
      case "sources", "source", "voz do instrutor" ->
          isTranscript(value, name) ? TRANSCRIPT : SOURCE;
      default -> ofPlan(value, name);
    };
  }

  private static ArtifactKind ofPlan(String value, String name) {
    if (BRIEF_NAME.fits(name)) {
      return BRIEF;
    }
    if (CURRICULUM_NAME.fits(name)) {
      return CURRICULUM;
    }
    if (OUTLINE_NAME.fits(name)) {
      return OUTLINE;
    }
    return RESEARCH_NAME.fits(value) ? RESEARCH_REPORT : ofTeaching(value, name);
  }

  private static ArtifactKind ofTeaching(String value, String name) {
    boolean amongLessons = LESSON_FOLDER.fits(value);
    if (SCRIPT_FOLDER.fits(value)
        || SCRIPT_NAME.fits(name)
        || (!amongLessons && LOOSE_SCRIPT_NAME.fits(name))) {
      return SCRIPT;
    }
    if (isTranscript(value, name)) {
      return TRANSCRIPT;
    }
    boolean unlabelled = BONUS_NAME.fits(name) || COUNTED_NAME.fits(name);
    return LESSON_NAME.fits(name) || (amongLessons && unlabelled) ? LESSON : OTHER;
  }

  private static boolean isTranscript(String value, String name) {
    return TRANSCRIPT_NAME.fits(name)
        || TRANSCRIPT_FOLDER.fits(value)
        || TRANSCRIPT_IN_FOLDER.fits(value);
  }

  /** The same for all cases of a letter. */
  private static String inOneCase(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(Character.toUpperCase(chars[i]));
    }
    return new String(chars);
  }

  private static Rule named(String regex, String... words) {
    return new Rule(Pattern.compile(regex, Pattern.DOTALL), List.of(words));
  }

  /** Files with these endings anywhere below a folder with one of these names. */
  private static Rule folder(String names, String endings, String... words) {
    return named("(.*/)?(" + names + ")/.*\\.(" + endings + ")", words);
  }
}
