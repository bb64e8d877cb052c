package io.creatoros.core.persist;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.record.RecordMerge;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stores a verdict in the record of its lesson, and takes an older one out of the record of the
 * course, where it would count before it.
 */
final class VerdictPlan implements Plan {

  private final LessonLabel label;
  private final LessonVerdict verdict;

  VerdictPlan(LessonLabel label, LessonVerdict verdict) {
    this.label = LessonsPlan.require(label);
    this.verdict = verdict;
  }

  @Override
  public List<FileWrite> writes(Desk desk) {
    Optional<FoundFile> lesson = desk.lesson(label);
    Sha256 judged =
        verdict.judged().or(() -> lesson.map(desk::confirmed)).orElseThrow(() -> notFound(label));
    List<FileWrite> writes = new ArrayList<>();
    writes.add(desk.write(label, Values.of(verdict, judged), lesson.map(FoundFile::path)));
    lesson.flatMap(file -> withoutOlder(desk, file)).ifPresent(writes::add);
    return writes;
  }

  private static Optional<FileWrite> withoutOlder(Desk desk, FoundFile lesson) {
    return desk.courseRecord()
        .filter(record -> record.unreadable().isEmpty())
        .flatMap(
            record ->
                RecordMerge.withoutReviews(desk.read(record), lesson.path().value())
                    .map(record::with));
  }

  private static StorageRejectedException notFound(LessonLabel label) {
    return new StorageRejectedException(
        "LESSON_NOT_FOUND",
        "there is no lesson " + label.id() + " that the verdict could be on",
        "store the lesson first, or tell the hash of the bytes that were judged");
  }
}
