package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Review;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lessons of a course as files, matched with the curriculum and with records. A planned lesson
 * is matched by the file it names, then by its label, then by its title; a file is taken once.
 */
final class Syllabus {

  private final List<TaughtLesson> lessons = new ArrayList<>();
  private final List<PlannedLesson> planned;
  private final List<PlannedLesson> unwritten = new ArrayList<>();
  private final List<CourseParts.Part<LessonRecord>> idleRecords = new ArrayList<>();
  private final Map<ArtifactPath, PlannedLesson> plan = new HashMap<>();
  private final Map<ArtifactPath, LessonRecord> records = new HashMap<>();

  private Syllabus(List<PlannedLesson> planned) {
    this.planned = planned;
  }

  static Syllabus of(CourseParts parts) {
    return of(parts, parts.curriculum().map(CourseParts.Part::said));
  }

  /** The lessons matched with one of several curricula. */
  static Syllabus of(CourseParts parts, Optional<Curriculum> curriculum) {
    List<PlannedLesson> planned =
        curriculum.stream()
            .flatMap(said -> said.modules().stream())
            .flatMap(module -> module.lessons().stream())
            .toList();
    Syllabus syllabus = new Syllabus(planned);
    List<CourseFile> files = parts.of(ArtifactKind.LESSON);
    syllabus.matchPlan(files);
    syllabus.matchRecords(files, parts.lessonRecords());
    List<Review> reviews = parts.record().map(part -> part.said().reviews()).orElseGet(List::of);
    for (CourseFile file : files) {
      syllabus.lessons.add(syllabus.taught(file, reviews));
    }
    return syllabus;
  }

  /** The lessons, ordered by path. */
  List<TaughtLesson> lessons() {
    return lessons;
  }

  /** What the curriculum lists. */
  List<PlannedLesson> planned() {
    return planned;
  }

  /** Planned lessons that are there under another name than the curriculum says. */
  List<PlannedLesson> misnamed() {
    return lessons.stream()
        .filter(lesson -> !lesson.replacesPlan())
        .flatMap(lesson -> lesson.planned().stream().filter(plan -> isAstray(plan, lesson)))
        .toList();
  }

  /** Lessons that stand where the curriculum plans others. */
  List<TaughtLesson> replacing() {
    return lessons.stream().filter(TaughtLesson::replacesPlan).toList();
  }

  /** How many lessons are planned or written, and not both. */
  int open() {
    long unplanned = lessons.stream().filter(lesson -> lesson.planned().isEmpty()).count();
    return unwritten.size() + replacing().size() + (int) unplanned;
  }

  private static boolean isAstray(PlannedLesson plan, TaughtLesson lesson) {
    return plan.file().isPresent() && !lesson.isNamedBy(plan);
  }

  /** What the curriculum lists and no file is. */
  List<PlannedLesson> unwritten() {
    return unwritten;
  }

  /** Records that no lesson, or no single one, answers to. */
  List<CourseParts.Part<LessonRecord>> idleRecords() {
    return idleRecords;
  }

  /** How many modules the lessons are in, by label. */
  int modules() {
    return (int)
        lessons.stream()
            .flatMap(lesson -> lesson.label().stream())
            .map(Syllabus::module)
            .distinct()
            .count();
  }

  private static String module(LessonLabel label) {
    String key = label.key();
    return key.substring(0, key.indexOf('.'));
  }

  private TaughtLesson taught(CourseFile file, List<Review> reviews) {
    Optional<LessonRecord> record = Optional.ofNullable(records.get(file.path()));
    Optional<Review> review =
        reviews.stream()
            .filter(said -> said.path().equals(Optional.of(file.path().value())))
            .reduce((earlier, later) -> later)
            .or(() -> record.flatMap(LessonRecord::review));
    return new TaughtLesson(
        file,
        file.facts().as(Lesson.class),
        record,
        review,
        Optional.ofNullable(plan.get(file.path())));
  }

  private void matchPlan(List<CourseFile> files) {
    List<PlannedLesson> open = new ArrayList<>(planned);
    match(open, files, TaughtLesson::fileNamed, file -> Optional.of(file.path().value()));
    match(open, files, lesson -> lesson.label().map(LessonLabel::key), Syllabus::place);
    match(open, files, lesson -> lesson.title().map(Texts::plain), Syllabus::plainTitle);
    unwritten.addAll(open);
  }

  /** Gives each open lesson the first file that nobody has and that has the same key. */
  private void match(
      List<PlannedLesson> open,
      List<CourseFile> files,
      Function<PlannedLesson, Optional<String>> keyOfLesson,
      Function<CourseFile, Optional<String>> keyOfFile) {
    if (open.isEmpty()) {
      return;
    }
    Map<String, Deque<CourseFile>> free = new HashMap<>();
    for (CourseFile file : files) {
      if (!plan.containsKey(file.path())) {
        keyOfFile
            .apply(file)
            .ifPresent(key -> free.computeIfAbsent(key, k -> new ArrayDeque<>()).add(file));
      }
    }
    open.removeIf(
        lesson -> {
          Optional<CourseFile> found = keyOfLesson.apply(lesson).map(free::get).map(Deque::poll);
          found.ifPresent(file -> plan.put(file.path(), lesson));
          return found.isPresent();
        });
  }

  private static Optional<String> place(CourseFile file) {
    return label(file).map(LessonLabel::key);
  }

  private static Optional<String> plainTitle(CourseFile file) {
    return file.facts().as(Lesson.class).map(Lesson::title).map(Texts::plain);
  }

  /** A record is of the file it names, else of the lesson with its label, else of its place. */
  private void matchRecords(List<CourseFile> files, List<CourseParts.Part<LessonRecord>> all) {
    if (all.isEmpty()) {
      return;
    }
    Map<String, List<CourseFile>> byPath = new HashMap<>();
    Map<String, List<CourseFile>> byPlace = new HashMap<>();
    for (CourseFile file : files) {
      byPath.put(file.path().value(), List.of(file));
      place(file).ifPresent(key -> byPlace.computeIfAbsent(key, k -> new ArrayList<>()).add(file));
    }
    for (CourseParts.Part<LessonRecord> part : all) {
      LessonRecord record = part.said();
      List<CourseFile> meant =
          record
              .path()
              .map(path -> byPath.getOrDefault(path, List.of()))
              .or(() -> record.label().map(label -> meant(label, byPlace)))
              .orElseGet(List::of);
      if (meant.size() == 1) {
        records.put(meant.get(0).path(), record);
      } else {
        idleRecords.add(part);
      }
    }
  }

  private static List<CourseFile> meant(LessonLabel label, Map<String, List<CourseFile>> byPlace) {
    List<CourseFile> there = byPlace.getOrDefault(label.key(), List.of());
    List<CourseFile> exactly =
        there.stream().filter(file -> label(file).filter(label::isSameLesson).isPresent()).toList();
    return exactly.size() == 1 ? exactly : there;
  }

  private static Optional<LessonLabel> label(CourseFile file) {
    Optional<Lesson> lesson = file.facts().as(Lesson.class);
    return lesson.isPresent() ? lesson.get().label() : LessonLabels.ofPath(file.path());
  }
}
