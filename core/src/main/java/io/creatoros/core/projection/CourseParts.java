package io.creatoros.core.projection;

import io.creatoros.core.assessment.Assessment;
import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.reading.Understood;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.research.Outline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a course by the part they play. Where several could play one part, the one nearest
 * to the course folder does, the plainest name first.
 */
final class CourseParts {

  private static final Set<ArtifactKind> TEACHING =
      EnumSet.of(ArtifactKind.BRIEF, ArtifactKind.CURRICULUM, ArtifactKind.LESSON);
  private static final Comparator<CourseFile> PLAINEST =
      Comparator.<CourseFile>comparingInt(CourseParts::depth)
          .thenComparingInt(file -> file.path().fileName().length())
          .thenComparing(CourseFile::path);

  private final CourseId course;
  private final List<CourseFile> files;
  private final Map<String, CourseFile> byPath = new HashMap<>();
  private final Map<ArtifactKind, List<CourseFile>> byKind = new EnumMap<>(ArtifactKind.class);

  CourseParts(CourseId course, Collection<CourseFile> files) {
    this.course = course;
    this.files = files.stream().sorted(Comparator.comparing(CourseFile::path)).toList();
    for (CourseFile file : this.files) {
      byPath.put(file.path().value(), file);
      byKind.computeIfAbsent(file.kind(), kind -> new ArrayList<>()).add(file);
    }
  }

  /**
   * A file and what was understood of it.
   *
   * @param <T> what that is
   */
  record Part<T>(CourseFile file, T said) {}

  CourseId course() {
    return course;
  }

  /**
   * Whether this is a course: a folder with more than notes, such as the README of a folder that
   * collects courses; of the workspace itself, if it teaches.
   */
  boolean isTaught() {
    return byKind.keySet().stream()
        .anyMatch(kind -> course.isRoot() ? TEACHING.contains(kind) : kind != ArtifactKind.OTHER);
  }

  /** All files, ordered by path. */
  List<CourseFile> files() {
    return files;
  }

  List<CourseFile> of(ArtifactKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  Optional<Part<Brief>> brief() {
    return first(ArtifactKind.BRIEF, Brief.class);
  }

  Optional<Part<Curriculum>> curriculum() {
    return first(ArtifactKind.CURRICULUM, Curriculum.class);
  }

  Optional<Part<Outline>> outline() {
    return first(ArtifactKind.OUTLINE, Outline.class);
  }

  Optional<Part<CourseRecord>> record() {
    return first(ArtifactKind.RECORD, CourseRecord.class);
  }

  List<Part<LessonRecord>> lessonRecords() {
    return all(ArtifactKind.RECORD, LessonRecord.class);
  }

  List<Part<Assessment>> assessments() {
    return all(ArtifactKind.ASSESSMENT, Assessment.class);
  }

  /** The files of a kind, the one that plays its part first. */
  List<CourseFile> byRank(ArtifactKind kind) {
    return of(kind).stream().sorted(PLAINEST).toList();
  }

  private <T extends Understood> Optional<Part<T>> first(ArtifactKind kind, Class<T> type) {
    return all(kind, type).stream().min(Comparator.comparing(Part::file, PLAINEST));
  }

  <T extends Understood> List<Part<T>> all(ArtifactKind kind, Class<T> type) {
    return of(kind).stream()
        .flatMap(file -> file.facts().as(type).map(said -> new Part<>(file, said)).stream())
        .toList();
  }

  private static int depth(CourseFile file) {
    return (int) file.path().value().chars().filter(c -> c == '/').count();
  }

  /** The last part of the course's path: the folder's name. */
  String folderName() {
    String path = course.path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether a file of the course has this path. */
  boolean holds(String path) {
    return byPath.containsKey(path);
  }
}
