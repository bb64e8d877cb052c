package io.creatoros.core.course;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Tells a folder that is a course from any other, by the names in it. */
final class CourseShape {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern LESSONS = Pattern.compile("lessons|aulas|modulos|módulos", FLAGS);
  private static final Pattern MODULE =
      Pattern.compile("(modulo|módulo|module)[-_ ]?\\d+.*", FLAGS);
  private static final Pattern LEGACY = Pattern.compile("legacy", FLAGS);

  private CourseShape() {}

  /**
   * Whether the folder holds a brief, a curriculum, an outline, lessons, recorded lessons, or a
   * lessons folder.
   */
  static boolean isCourse(FolderView folder) {
    return hasDocument(folder) || hasLessons(folder) || hasModulesOneDeeper(folder);
  }

  /** Whether the folder holds one of the documents that only a course has. */
  static boolean hasDocument(FolderView folder) {
    return folder.files().stream()
        .map(CourseShape::kind)
        .anyMatch(
            kind ->
                kind == ArtifactKind.BRIEF
                    || kind == ArtifactKind.CURRICULUM
                    || kind == ArtifactKind.OUTLINE);
  }

  /** Whether a folder of this name within another is where the other keeps its lessons. */
  static boolean isLessonsFolder(String name, FolderView folder) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (MODULE.matcher(composed).matches() || LEGACY.matcher(composed).matches()) {
      return hasLessonFiles(folder);
    }
    return LESSONS.matcher(composed).matches()
        && folder.folders().values().stream().noneMatch(CourseShape::isCourseOfItsOwn);
  }

  /** A folder named "aulas" may also be where somebody keeps whole courses. */
  private static boolean isCourseOfItsOwn(FolderView folder) {
    return hasDocument(folder)
        || folder.folders().keySet().stream().anyMatch(name -> LESSONS.matcher(name).matches());
  }

  private static boolean hasLessons(FolderView folder) {
    return folder.files().stream().map(CourseShape::kind).anyMatch(CourseShape::isTaught)
        || folder.folders().entrySet().stream()
            .anyMatch(child -> isLessonsFolder(child.getKey(), child.getValue()));
  }

  /** The layout {@code <version>/modulo-N-…/N.M-….md}: a single folder that holds the modules. */
  private static boolean hasModulesOneDeeper(FolderView folder) {
    return folder.folders().size() > 0
        && folder.folders().values().stream()
                .filter(child -> !hasDocument(child) && holdsModules(child))
                .limit(2)
                .count()
            == 1
        && folder.folders().values().stream().noneMatch(CourseShape::isCourseOfItsOwn);
  }

  private static boolean holdsModules(FolderView folder) {
    return folder.folders().entrySet().stream()
        .anyMatch(
            child -> MODULE.matcher(child.getKey()).matches() && hasLessonFiles(child.getValue()));
  }

  private static boolean hasLessonFiles(FolderView folder) {
    return folder.files().stream().anyMatch(name -> kind(name) == ArtifactKind.LESSON);
  }

  private static boolean isTaught(ArtifactKind kind) {
    return kind == ArtifactKind.LESSON || kind == ArtifactKind.TRANSCRIPT;
  }

  private static ArtifactKind kind(String name) {
    return ArtifactKind.of(new ArtifactPath(Normalizer.normalize(name, Normalizer.Form.NFC)));
  }
}
