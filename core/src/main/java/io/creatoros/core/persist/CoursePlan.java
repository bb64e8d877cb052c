package io.creatoros.core.persist;

import io.creatoros.core.brief.NewBrief;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.text.TextDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores a course: its brief, and its record. */
final class CoursePlan implements Plan {

  private final CourseDraft draft;

  CoursePlan(CourseDraft draft) {
    this.draft = draft;
  }

  @Override
  public List<FileWrite> writes(Desk desk) {
    List<FileWrite> writes = new ArrayList<>();
    Optional<FileWrite> record = record(desk);
    brief(desk, record).ifPresent(writes::add);
    record.ifPresent(writes::add);
    return writes;
  }

  private Optional<FileWrite> record(Desk desk) {
    boolean cleared = draft.keywords().filter(List::isEmpty).isPresent();
    return Values.any(draft)
        ? Optional.of(desk.write(Values.of(draft), cleared ? Set.of("keywords") : Set.of()))
        : Optional.empty();
  }

  private Optional<FileWrite> brief(Desk desk, Optional<FileWrite> record) {
    if (draft.brief().isPresent()) {
      return Optional.of(desk.write(Part.BRIEF, draft.brief().get()));
    }
    Optional<FoundFile> there = desk.part(Part.BRIEF);
    Optional<byte[]> bytes =
        record.map(FileWrite::bytes).or(() -> desk.courseRecord().map(desk::read));
    Optional<CourseRecord> known = bytes.flatMap(Desk::courseRecord);
    if (there.isPresent()) {
      return Optional.of(there.get().with(updated(there.get(), desk.read(there.get()), known)));
    }
    boolean named = draft.title().isPresent() || draft.slug().isPresent();
    return named
        ? Optional.of(desk.write(Part.BRIEF, brief(draft.title(), draft.slug(), known)))
        : Optional.empty();
  }

  /** A brief of our own is brought up to date; one that somebody wrote has to say it already. */
  private byte[] updated(FoundFile file, byte[] bytes, Optional<CourseRecord> known) {
    String text = TextDecoder.decode(bytes).text();
    NewBrief said = NewBrief.of(text);
    if (Arrays.equals(Desk.utf8(text), bytes) && NewBrief.wrote(text)) {
      return Desk.utf8(brief(draft.title().or(said::title), draft.slug().or(said::slug), known));
    }
    requireSaid(file, "title", draft.title(), said.title());
    requireSaid(file, "slug", draft.slug(), said.slug());
    return bytes;
  }

  private static void requireSaid(
      FoundFile file, String what, Optional<String> given, Optional<String> said) {
    if (given.isPresent() && !given.equals(said)) {
      throw new StorageConflictException(
          Claims.BRIEF,
          "the "
              + what
              + " of the course is to be \""
              + given.get()
              + "\", but \""
              + file.path()
              + "\" says "
              + said.map(text -> "\"" + text + "\"").orElse("none"),
          "change it there, or give the whole brief");
    }
  }

  private static String brief(
      Optional<String> title, Optional<String> slug, Optional<CourseRecord> known) {
    return new NewBrief(
            title,
            slug,
            known.flatMap(CourseRecord::persona),
            known.flatMap(CourseRecord::personaName),
            known.map(CourseRecord::keywords).orElseGet(List::of))
        .markdown();
  }
}
