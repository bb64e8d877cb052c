package io.creatoros.core.course;

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

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern BRIEF_NAME =
      named("(aula[-_]\\d+[-_])?course[-_]brief([-_.].*)?\\.md");
  private static final Pattern OUTLINE_NAME = named("(course[-_]outline|ementa)([-_.].*)?\\.md");
  private static final Pattern CURRICULUM_NAME = named("curriculum([-_.].*)?\\.ya?ml");
  private static final Pattern SCRIPT_NAME = named(".*(roteiro|teleprompter).*\\.md");
  private static final Pattern SCRIPT_FOLDER = inFolder("roteiros|scripts");
  private static final Pattern TRANSCRIPT_NAME = named("aula[-_]\\d+.*\\.(txt|vtt|srt)");
  private static final Pattern TRANSCRIPT_FOLDER =
      inFolder("transcri[cç][oõ]es.*|transcri[cç][aã]o.*|transcripts.*");
  private static final Pattern LESSON_NAME =
      named("((aula|lesson)[-_ ]?)?\\d+[a-z]?\\.\\d+[-_. ].*\\.md|m\\d+-aula\\d+-.*\\.md");
  private static final Pattern BONUS_NAME = named("bonus[-_ ].*\\.md");
  private static final Pattern LESSON_FOLDER = inFolder("lessons|aulas|modulos|módulos|legacy");

  /**
   * The kind of the artifact at a path. Everything has one: what no rule knows is {@link #OTHER}.
   */
  public static ArtifactKind of(ArtifactPath path) {
    String value = path.value();
    String name = path.fileName();
    String top =
        value.contains("/") ? value.substring(0, value.indexOf('/')).toLowerCase(Locale.ROOT) : "";
    if (top.equals(".record") && name.endsWith(".json")) {
      return RECORD;
    }
    if (BRIEF_NAME.matcher(name).matches()) {
      return BRIEF;
    }
    if (CURRICULUM_NAME.matcher(name).matches()) {
      return CURRICULUM;
    }
    if (OUTLINE_NAME.matcher(name).matches()) {
      return OUTLINE;
    }
    return switch (top) {
      case "research" -> RESEARCH_REPORT;
      case "assessments" -> ASSESSMENT;
      case "resources", "templates", "mindmaps", "prompts" -> RESOURCE;
      default -> ofTeaching(value, name, top);
    };
  }

  private static ArtifactKind ofTeaching(String value, String name, String top) {
    if (SCRIPT_FOLDER.matcher(value).find() || SCRIPT_NAME.matcher(name).matches()) {
      return SCRIPT;
    }
    if (TRANSCRIPT_FOLDER.matcher(value).find() || TRANSCRIPT_NAME.matcher(name).matches()) {
      return TRANSCRIPT;
    }
    if (top.equals("sources") || top.equals("source")) {
      return SOURCE;
    }
    boolean lesson =
        LESSON_NAME.matcher(name).matches()
            || (LESSON_FOLDER.matcher(value).find() && BONUS_NAME.matcher(name).matches());
    return lesson ? LESSON : OTHER;
  }

  private static Pattern named(String regex) {
    return Pattern.compile(regex, FLAGS);
  }

  private static Pattern inFolder(String regex) {
    return Pattern.compile("(^|/)(" + regex + ")/", FLAGS);
  }
}
