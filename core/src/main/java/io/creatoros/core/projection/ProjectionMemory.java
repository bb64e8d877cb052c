package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.reading.FileFacts;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a course's rows again and again, of which few change: facts that a mirror keeps are parsed
 * once, and a lesson's row is made once, for as long as somebody holds the facts as they are kept.
 * What it answers is what {@link FactsJson#read} and {@link Projector#assemble} answer. For use by
 * several threads.
 */
public final class ProjectionMemory {

  private final Map<StoredFacts, Recalled> recalled =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Facts that were kept; see {@link FactsJson#read}. */
  public Optional<FileFacts> recall(StoredFacts kept) {
    Recalled known = recalled.get(kept);
    if (known == null) {
      known = new Recalled(FactsJson.read(kept));
      recalled.put(kept, known);
    }
    return known.facts;
  }

  /**
   * The rows of a course; see {@link Projector#assemble}.
   *
   * @param kept the facts that a mirror keeps, of any files
   */
  public CourseRows assemble(
      CourseId course, Collection<CourseFile> files, Map<ArtifactPath, StoredFacts> kept) {
    return Projector.assemble(
        course,
        files,
        (lesson, hasPlan, texts) -> {
          Recalled known = recalled.get(kept.get(lesson.file().path()));
          return known == null
              ? LessonRow.of(lesson, hasPlan, texts)
              : known.row(lesson, hasPlan, texts);
        });
  }

  /** The facts of a file, and the row that it had last. */
  private static final class Recalled {

    private final Optional<FileFacts> facts;
    private volatile @Nullable Made last;

    Recalled(Optional<FileFacts> facts) {
      this.facts = facts;
    }

    TypedRow row(TaughtLesson lesson, boolean hasPlan, LongTexts texts) {
      Made made = last;
      if (made == null || !made.isOf(lesson, hasPlan)) {
        made = new Made(lesson, hasPlan, LessonRow.of(lesson, hasPlan, texts));
        last = lesson.file().facts().text().isEmpty() ? made : null;
      }
      return made.row();
    }
  }

  /** A row with all that it is made of; texts apart are none of it. */
  private record Made(TaughtLesson lesson, boolean hasPlan, TypedRow row) {

    boolean isOf(TaughtLesson other, boolean withPlan) {
      return hasPlan == withPlan && lesson.equals(other);
    }
  }
}
