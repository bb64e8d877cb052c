package io.creatoros.core.persist;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.projection.FolderProjection;
import io.creatoros.core.projection.RowOverviews;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.sync.Pauses;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores courses as programs make them: as files of the course folder, durable when a call returns,
 * and in the mirror now or owed, as {@link Persisted} tells.
 *
 * <p>Everything is addressed by course and label. No call needs an id or an earlier call, calls may
 * come in any order, and each replaces what it names: repeating it changes nothing. What is there
 * already is updated where it lies, whatever its name (of two briefs, the one nearer to the course
 * folder); what is new goes to {@code COURSE-BRIEF.md}, {@code curriculum.yaml}, {@code
 * course-outline.md}, {@code lessons/1.2-slug.md}, {@code research/market-analysis.md}, {@code
 * content-gaps.md}, {@code differentiation.md} and {@code sources.md}; what no file carries goes to
 * the records in {@code .record/}, of which only the given values are replaced.
 *
 * <p>Texts are stored as UTF-8, exactly as given. A file over the size limit is stored in the
 * folder like any other; the mirror knows it by hash and size alone, and the answer is the same.
 *
 * <p>All writes throw, before anything is written,
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} for a value that cannot be, naming the argument;
 *   <li>{@link StorageConflictException} with code {@code LABEL_CLAIMED_TWICE} or {@code
 *       PART_CLAIMED_TWICE} when two files could be meant, naming both, and with {@code
 *       BRIEF_SAYS_OTHERWISE} when a brief that somebody wrote has another title or slug;
 *   <li>{@link io.creatoros.core.storage.StorageRejectedException} with code {@code LABEL_NOT_TOLD}
 *       when nobody could tell from the file which lesson it is, {@code FILE_UNREADABLE} or {@code
 *       FOLDER_UNREADABLE} when what is there cannot be read;
 *   <li>{@link io.creatoros.core.storage.CorruptRecordException} with code {@code
 *       RECORD_UNREADABLE} when a record is no JSON object, so that its values cannot be kept;
 * </ul>
 *
 * <p>and a {@link io.creatoros.core.storage.StorageException} when the folder cannot be read or
 * written, or a file keeps changing. They never throw for the mirror's sake. May be used by several
 * threads and processes at once: of one record, each keeps what the others wrote.
 */
public final class CoursePersister implements AutoCloseable {

  private static final int TRIES = 50;

  /** As often a file is read that cannot be: somebody may be writing it. */
  private static final int READS = 20;

  private static final Pauses PAUSES =
      Pauses.jittered(Duration.ofMillis(2), Duration.ofMillis(100));

  private final CourseFolders folders;
  private final CourseWriter writer;
  private final FolderProjection projection;
  private final Pauses pauses;
  private final Map<CourseId, CourseMemory> memories = new ConcurrentHashMap<>();

  /**
   * Opens nothing until it is used.
   *
   * @param folders the course folders
   * @param writer writes to them and to the mirror; closed with this
   * @param sizeLimit the largest file whose bytes are stored in the mirror, in bytes; larger ones
   *     are not read
   */
  public CoursePersister(CourseFolders folders, CourseWriter writer, long sizeLimit) {
    this(folders, writer, sizeLimit, PAUSES);
  }

  /** Waits as told when a file moved on. */
  CoursePersister(CourseFolders folders, CourseWriter writer, long sizeLimit, Pauses pauses) {
    this.folders = folders;
    this.writer = writer;
    this.projection = new FolderProjection(folders, sizeLimit);
    this.pauses = pauses;
  }

  /**
   * Stores a course. A title or slug without a brief makes a brief that says so, unless somebody
   * else wrote one that says it already.
   */
  public Persisted persistCourse(CourseId course, CourseDraft draft) {
    return write(course, new CoursePlan(draft));
  }

  /** Stores brief, curriculum and outline, whichever are given, together. */
  public Persisted persistMetadata(CourseId course, MetadataDraft draft) {
    Map<Part, String> texts = new EnumMap<>(Part.class);
    draft.brief().ifPresent(text -> texts.put(Part.BRIEF, text));
    draft.curriculum().ifPresent(text -> texts.put(Part.CURRICULUM, text));
    draft.outline().ifPresent(text -> texts.put(Part.OUTLINE, text));
    return write(course, desk -> parts(desk, texts));
  }

  /** Stores a lesson and what is known of it. */
  public Persisted persistLesson(CourseId course, LessonDraft lesson) {
    return persistLessons(course, List.of(lesson));
  }

  /**
   * Stores lessons together: a reader of the mirror sees all of them or none.
   *
   * @param lessons at least one; no label twice
   */
  public Persisted persistLessons(CourseId course, List<LessonDraft> lessons) {
    return write(course, new LessonsPlan(lessons));
  }

  /** Stores the reports that are given, together. */
  public Persisted persistResearch(CourseId course, ResearchDraft draft) {
    Map<Part, String> texts = new EnumMap<>(Part.class);
    draft.marketAnalysis().ifPresent(text -> texts.put(Part.MARKET_ANALYSIS, text));
    draft.contentGaps().ifPresent(text -> texts.put(Part.CONTENT_GAPS, text));
    draft.differentiation().ifPresent(text -> texts.put(Part.DIFFERENTIATION, text));
    draft.sources().ifPresent(text -> texts.put(Part.SOURCES, text));
    return write(
        course,
        desk -> {
          List<FileWrite> writes = parts(desk, texts);
          if (draft.competitors().isPresent()) {
            CourseRecord count = Values.ofCourse(Optional.empty(), draft.competitors());
            writes.add(desk.write(count, Set.of()));
          }
          return writes;
        });
  }

  private static List<FileWrite> parts(Desk desk, Map<Part, String> texts) {
    List<FileWrite> writes = new ArrayList<>();
    texts.forEach((part, text) -> writes.add(desk.write(part, text)));
    return writes;
  }

  /** Stores the curriculum. */
  public Persisted updateCurriculum(CourseId course, String yaml) {
    return persistMetadata(course, MetadataDraft.ofCurriculum(yaml));
  }

  /**
   * Stores how close the voice of a course came.
   *
   * @param fidelity from 0 to 1, rounded to two digits
   */
  public Persisted updateVoiceFidelity(CourseId course, BigDecimal fidelity) {
    Optional<BigDecimal> ratio = Optional.of(Given.ratio("voice fidelity", fidelity));
    CourseRecord given = Values.ofCourse(ratio, Optional.empty());
    return write(course, desk -> List.of(desk.write(given, Set.of())));
  }

  /**
   * Stores how close the voice of a lesson came. The lesson need not be there yet.
   *
   * @param fidelity from 0 to 1, rounded to two digits
   */
  public Persisted updateVoiceFidelity(CourseId course, LessonLabel lesson, BigDecimal fidelity) {
    LessonLabel label = LessonsPlan.require(lesson);
    LessonRecord given = Values.ofLesson(Given.ratio("voice fidelity", fidelity));
    return write(
        course, desk -> List.of(desk.write(label, given, desk.lesson(label).map(FoundFile::path))));
  }

  /** The same, by the lesson's label as written, such as {@code 1.2}. */
  public Persisted updateVoiceFidelity(CourseId course, String lesson, BigDecimal fidelity) {
    return updateVoiceFidelity(course, LessonLabels.parse(lesson), fidelity);
  }

  /**
   * Stores a reviewer's verdict on a lesson; it replaces the one before. The lesson need not be
   * there yet if the verdict says which bytes were judged.
   *
   * @throws io.creatoros.core.storage.StorageRejectedException with code {@code LESSON_NOT_FOUND}
   *     if there is no such lesson, and the verdict does not say which bytes were judged
   */
  public Persisted updateLessonValidation(
      CourseId course, LessonLabel lesson, LessonVerdict verdict) {
    return write(course, new VerdictPlan(lesson, verdict));
  }

  /** The same, by the lesson's label as written, such as {@code 1.2}. */
  public Persisted updateLessonValidation(CourseId course, String lesson, LessonVerdict verdict) {
    return updateLessonValidation(course, LessonLabels.parse(lesson), verdict);
  }

  /** The course as its folder says; empty when it has no files. The mirror is not asked. */
  public Optional<CourseOverview> course(CourseId course) {
    return RowOverviews.course(course, projection.of(course).rows());
  }

  /**
   * The lessons as the folder says, in teaching order: by module number, lesson number, and path;
   * those without a number last. The mirror is not asked.
   */
  public List<LessonOverview> lessons(CourseId course) {
    return RowOverviews.lessons(projection.of(course).rows());
  }

  /** The course in figures, as its folder says. The mirror is not asked. */
  public CourseFigures summary(CourseId course) {
    int files = folders.manifest(course, Evidence.RECORDED).entries().size();
    List<TypedRow> rows = projection.of(course).rows();
    List<LessonOverview> lessons = RowOverviews.lessons(rows);
    return new CourseFigures(
        files,
        lessons.size(),
        RowOverviews.words(lessons),
        RowOverviews.validation(lessons),
        RowOverviews.mean(lessons.stream().flatMap(lesson -> lesson.gps().stream()).toList()),
        RowOverviews.mean(lessons.stream().flatMap(lesson -> lesson.didatica().stream()).toList()),
        RowOverviews.mean(RowOverviews.fidelities(rows)));
  }

  /**
   * Waits until nothing is pending in the mirror.
   *
   * @param patience how long at most
   * @return whether nothing is pending
   */
  public boolean flush(Duration patience) {
    return writer.flush(patience);
  }

  /** Sends what is pending as far as time allows, and closes the writer. */
  @Override
  public void close() {
    writer.close();
  }

  /** Plans by what is remembered; anew by what is there, when that moved on. */
  private Persisted write(CourseId course, Plan plan) {
    CourseMemory memory =
        memories.computeIfAbsent(course, unknown -> new CourseMemory(folders, unknown));
    Optional<List<FileWrite>> remembered = byMemory(memory, plan);
    for (int failed = 1; ; failed++) {
      try {
        List<FileWrite> writes =
            failed == 1 && remembered.isPresent()
                ? remembered.get()
                : plan.writes(new Desk(memory, memory.look()));
        Persisted persisted = writer.write(course, writes);
        memory.learn(writes, persisted);
        return persisted;
      } catch (StorageException failure) {
        if (failed >= tries(failure)) {
          throw failure;
        }
        pause(failed, failure);
      }
    }
  }

  /** How often at most what failed like this is tried. */
  private static int tries(StorageException failure) {
    if (failure instanceof StorageConflictException moved && !Claims.isOne(moved)) {
      return TRIES;
    }
    return failure.code().equals(FoundFile.UNREADABLE) ? READS : 1;
  }

  /** What fails by memory may do by what is there. */
  private static Optional<List<FileWrite>> byMemory(CourseMemory memory, Plan plan) {
    try {
      return memory.remembered().map(view -> plan.writes(new Desk(memory, view)));
    } catch (StorageException outdated) {
      return Optional.empty();
    }
  }

  private void pause(int failed, StorageException failure) {
    try {
      pauses.afterTry(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
