package io.creatoros.core.course;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for kinds as regular expressions, each tried on the name as it is written. */
final class KindByRegex {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
  private static final String NUMBER = "\\d+[a-z]?\\.\\d+[-_. ]";

  private static final Pattern BRIEF_NAME =
      named("(aula[-_]\\d+[-_])?course[-_]brief([-_.].*)?\\.md");
  private static final Pattern OUTLINE_NAME = named("(course[-_]outline|ementa)([-_.].*)?\\.md");
  private static final Pattern CURRICULUM_NAME = named("curriculum([-_.].*)?\\.ya?ml");
  private static final Pattern RESEARCH_NAME =
      named("(market[-_](analysis|research)|an[aá]lise[-_]mercado|research[-_]findings).*\\.md");
  private static final Pattern REPORT_NAME = named(".*\\.(md|txt)");
  private static final Pattern SCRIPT_NAME = named(".*([-_ ]roteiro|teleprompter.*)\\.md");
  private static final Pattern LOOSE_SCRIPT_NAME =
      named(".*roteiro.*\\.md|" + NUMBER + ".*-completo\\.md");
  private static final Pattern SCRIPT_FOLDER = folder("roteiros|scripts", "md|txt");
  private static final Pattern TRANSCRIPT_NAME = named("aula[-_]\\d+.*\\.(txt|vtt|srt)");
  private static final Pattern TRANSCRIPT_IN_FOLDER =
      named(".*/[^/]*([-_ ]transcri(pt|[cç])[^/]*\\.txt|\\.(vtt|srt))");
  private static final Pattern TRANSCRIPT_FOLDER =
      folder("(transcri[cç][oõ]es|transcri[cç][aã]o|transcripts?)[^/]*", "md|txt");
  private static final Pattern LESSON_NAME =
      named("((aula|lesson)[-_ ]?)?" + NUMBER + ".*\\.md|m\\d+-aula\\d+-.*\\.md");
  private static final Pattern COUNTED_NAME =
      named("(aula|lesson|li[cç][aã]o)[-_ ]?\\d+([-_ ].*)?\\.md");
  private static final Pattern BONUS_NAME = named("b[oô]nus[-_ ].*\\.md");
  private static final Pattern LESSON_FOLDER = folder("lessons|aulas|m[oó]dulos|legacy", "md");

  private KindByRegex() {}

  static ArtifactKind of(ArtifactPath path) {
    String value = Normalizer.normalize(path.value(), Normalizer.Form.NFC);
    int slash = value.indexOf('/');
    String top = slash < 0 ? "" : value.substring(0, slash).toLowerCase(Locale.ROOT);
    String name = value.substring(value.lastIndexOf('/') + 1);
    return switch (top) {
      case ".record" -> name.endsWith(".json") ? ArtifactKind.RECORD : ArtifactKind.OTHER;
      case "research" -> is(REPORT_NAME, name) ? ArtifactKind.RESEARCH_REPORT : ArtifactKind.OTHER;
      case "assessments" -> ArtifactKind.ASSESSMENT;
      case "resources", "templates", "mindmaps", "prompts" -> ArtifactKind.RESOURCE;
      case "sources", "source", "voz do instrutor" ->
          isTranscript(value, name) ? ArtifactKind.TRANSCRIPT : ArtifactKind.SOURCE;
      default -> ofPlan(value, name);
    };
  }

  private static ArtifactKind ofPlan(String value, String name) {
    if (is(BRIEF_NAME, name)) {
      return ArtifactKind.BRIEF;
    }
    if (is(CURRICULUM_NAME, name)) {
      return ArtifactKind.CURRICULUM;
    }
    if (is(OUTLINE_NAME, name)) {
      return ArtifactKind.OUTLINE;
    }
    return is(RESEARCH_NAME, value) ? ArtifactKind.RESEARCH_REPORT : ofTeaching(value, name);
  }

  private static ArtifactKind ofTeaching(String value, String name) {
    boolean amongLessons = is(LESSON_FOLDER, value);
    if (is(SCRIPT_FOLDER, value)
        || is(SCRIPT_NAME, name)
        || (!amongLessons && is(LOOSE_SCRIPT_NAME, name))) {
      return ArtifactKind.SCRIPT;
    }
    if (isTranscript(value, name)) {
      return ArtifactKind.TRANSCRIPT;
    }
    boolean unlabelled = is(BONUS_NAME, name) || is(COUNTED_NAME, name);
    return is(LESSON_NAME, name) || (amongLessons && unlabelled)
        ? ArtifactKind.LESSON
        : ArtifactKind.OTHER;
  }

  private static boolean isTranscript(String value, String name) {
    return is(TRANSCRIPT_NAME, name)
        || is(TRANSCRIPT_FOLDER, value)
        || is(TRANSCRIPT_IN_FOLDER, value);
  }

  private static boolean is(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  private static Pattern named(String regex) {
    return Pattern.compile(regex, FLAGS);
  }

  /** Files with these endings anywhere below a folder with one of these names. */
  private static Pattern folder(String names, String endings) {
    return named("(.*/)?(" + names + ")/.*\\.(" + endings + ")");
  }
}
