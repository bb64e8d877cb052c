package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.RecordJson;
import io.creatoros.core.record.RecordMerge;
import io.creatoros.core.record.RecordPaths;
import io.creatoros.core.record.RecordReader;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.text.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** A course's files by what they are, and what gives them new contents. */
final class Desk {

  private final CourseMemory memory;
  private final CourseView view;
  private final LessonFiles lessons;

  Desk(CourseMemory memory, CourseView view) {
    this.memory = memory;
    this.view = view;
    this.lessons = new LessonFiles(memory, view);
  }

  /**
   * The file that is a part of the course; empty when there is none.
   *
   * @throws io.creatoros.core.storage.StorageConflictException if there are two
   */
  Optional<FoundFile> part(Part part) {
    return Claims.only(view.part(part), Claims.PART, "the " + part.words());
  }

  FileWrite write(Part part, String text) {
    return part(part).orElseGet(() -> Claims.vacant(view, part.path())).with(utf8(text));
  }

  FileWrite write(LessonDraft lesson) {
    return lessons.target(lesson).with(utf8(lesson.markdown()));
  }

  Optional<FoundFile> lesson(LessonLabel label) {
    return lessons.find(label);
  }

  /** The bytes that a file has now. */
  byte[] read(FoundFile file) {
    return memory.read(file);
  }

  /** The hash of the bytes that a file has now. */
  Sha256 confirmed(FoundFile file) {
    return memory.confirmed(file);
  }

  /** The record of the course; empty when there is none. */
  Optional<FoundFile> courseRecord() {
    return view.file(RecordPaths.course());
  }

  /** The record of the course with values replaced, and some left without one. */
  FileWrite write(CourseRecord given, Set<String> cleared) {
    return merged(
        courseRecord().orElseGet(() -> Claims.vacant(view, RecordPaths.course())),
        RecordJson.write(given),
        cleared);
  }

  /**
   * The record of a lesson with values replaced.
   *
   * @param file where the lesson is, if it is there
   */
  FileWrite write(LessonLabel label, LessonRecord given, Optional<ArtifactPath> file) {
    FoundFile record =
        Claims.only(view.records(label), Claims.LABEL, "the record of lesson " + label.id())
            .orElseGet(() -> Claims.vacant(view, RecordPaths.lesson(label)));
    LessonRecord led =
        file.filter(there -> namesFile(record)).map(there -> given.at(there.value())).orElse(given);
    return merged(record, RecordJson.write(led), Set.of());
  }

  /** Whether a record names the file of its lesson, which may lie elsewhere by now. */
  private boolean namesFile(FoundFile record) {
    return record
        .hash()
        .flatMap(hash -> understood(record.path(), read(record), LessonRecord.class))
        .flatMap(LessonRecord::path)
        .isPresent();
  }

  private FileWrite merged(FoundFile record, byte[] given, Set<String> cleared) {
    try {
      return record.with(RecordMerge.with(record.hash().map(hash -> read(record)), given, cleared));
    } catch (RecordMerge.UnreadableException e) {
      throw new CorruptRecordException(
          "RECORD_UNREADABLE",
          "the record \"" + record.path() + "\" is left as it is: " + e.getMessage(),
          "correct it, or delete it",
          e);
    }
  }

  /** What the course's record says. */
  static Optional<CourseRecord> courseRecord(byte[] bytes) {
    return understood(RecordPaths.course(), bytes, CourseRecord.class);
  }

  private static <T> Optional<T> understood(ArtifactPath path, byte[] bytes, Class<T> type) {
    return new RecordReader()
        .read(new SourceText(path, TextDecoder.decode(bytes).chars()))
        .understood()
        .filter(type::isInstance)
        .map(type::cast);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
