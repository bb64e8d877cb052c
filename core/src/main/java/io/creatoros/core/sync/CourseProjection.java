package io.creatoros.core.sync;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.projection.CanonicalJson;
import io.creatoros.core.projection.CourseRows;
import io.creatoros.core.projection.FactsReader;
import io.creatoros.core.projection.ProjectionMemory;
import io.creatoros.core.projection.Projector;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageSchemaException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the projection that goes with a commit of one course: the rows of all files that the mirror
 * holds after it, whoever wrote them. Bytes never wait for rows: what cannot be projected is
 * reported, and the commit goes on without. Not for use by several threads.
 */
final class CourseProjection {

  private static final Logger LOG = LoggerFactory.getLogger(CourseProjection.class);
  private static final String FAILED = FindingCode.PROJECTION_FAILED.name();

  private final CourseId course;
  private final CourseMirror mirror;
  private final SyncSettings settings;
  private final ProjectionMemory memory;
  private final CourseTally tally;
  private final MirrorFacts facts;

  CourseProjection(
      Homes homes,
      SyncSettings settings,
      FactsReader reader,
      ProjectionMemory memory,
      CourseTally tally) {
    this.course = tally.scan().manifest().course();
    this.mirror = homes.mirror();
    this.settings = settings;
    this.memory = memory;
    this.tally = tally;
    this.facts = new MirrorFacts(homes, reader, memory, tally);
  }

  /** Whether the rows were written by a version that this one must not overrule. */
  static boolean isNewer(CourseHead head) {
    return head.projection() > Projector.VERSION;
  }

  /** Whether the rows are those of an earlier version, or may not fit the files. */
  boolean isBehind(CourseHead head) {
    return settings.projecting() && head.revision() > 0 && head.projection() < Projector.VERSION;
  }

  /** What is to be said where a newer version's rows would have to be written. */
  static StorageSchemaException newer(CourseHead head) {
    return new StorageSchemaException(
        "PROJECTION_NEWER",
        "the typed rows of course \""
            + head.course()
            + "\" are of projection "
            + head.projection()
            + ", this creatoros knows "
            + Projector.VERSION,
        "install the newer creatoros that the other workspaces use, then: creatoros sync");
  }

  /** Says, without writing, why rows have to be written. */
  void nameOwed(CourseHead head) {
    if (isBehind(head)) {
      tally.rowsOwed("they may not fit the files");
    } else if (settings.projecting() && tally.rowsEdited()) {
      tally.rowsOwed("somebody edited them");
    }
  }

  /**
   * The projection for a commit; empty when no rows are to be written with it.
   *
   * @param before the mirror's course at the revision that the commit expects
   * @param heal whether somebody may have edited rows or facts, so that nothing is trusted
   */
  Optional<Projection> with(MirrorCourse before, Map<ArtifactPath, Change> changes, boolean heal) {
    boolean due = !changes.isEmpty() || isBehind(before.head()) || heal && isHeld(before);
    if (!settings.projecting() || !due) {
      return Optional.empty();
    }
    Optional<Projection> projection = assembled(before, changes, heal);
    boolean known = changes.isEmpty() && heal && projection.filter(this::isThere).isPresent();
    return known ? Optional.empty() : projection;
  }

  private static boolean isHeld(MirrorCourse before) {
    return before.head().revision() > 0;
  }

  private Optional<Projection> assembled(
      MirrorCourse before, Map<ArtifactPath, Change> changes, boolean heal) {
    try {
      Optional<MirrorFacts.Known> known = facts.after(before, changes, heal);
      if (known.isEmpty()) {
        tally.rowsOwed("a file changed while it was read");
      }
      return known.map(files -> projection(files, heal));
    } catch (StorageException e) {
      throw e;
    } catch (RuntimeException | Error defect) {
      LOG.error("{}: course {} is stored without typed rows", FAILED, course, defect);
      tally.rowsOwed(FAILED + ", a defect in creatoros: " + defect.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Projection projection(MirrorFacts.Known known, boolean heal) {
    CourseRows rows = memory.assemble(course, known.files(), known.kept());
    return new Projection(
        Projector.VERSION,
        known.anew(),
        rows.rows(),
        rows.texts(),
        rows.personas(),
        heal,
        settings.searchable());
  }

  /**
   * Whether the mirror holds all of a projection made from bytes alone, and nothing else. Rows and
   * facts that cannot be read are to be written again.
   */
  private boolean isThere(Projection projection) {
    try {
      TypedRows rows = mirror.rows(course);
      SortedMap<RowKey, TypedRow> projected = new TreeMap<>();
      projection.rows().forEach(row -> projected.put(row.key(), row));
      return rows.version() == projection.version()
          && rows.rows().equals(projected)
          && (!projection.searchable() || rows.unindexed() == 0)
          && spelled(mirror.facts(course)).equals(spelled(projection.facts()));
    } catch (CorruptRecordException unreadable) {
      return false;
    }
  }

  private static Map<ArtifactPath, String> spelled(Map<ArtifactPath, StoredFacts> facts) {
    Map<ArtifactPath, String> spelled = new TreeMap<>();
    facts.forEach(
        (path, kept) -> spelled.put(path, kept.version() + CanonicalJson.of(kept.json())));
    return spelled;
  }
}
