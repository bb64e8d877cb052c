package io.creatoros.core.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The mirror: courses of one project in a database. Contents go up first, idempotently; then one
 * small commit with hashes only, atomic, at the revision the caller has seen.
 */
public interface CourseMirror extends CourseRepository, AutoCloseable {

  /** The mirror's identity; constant for as long as its schema stands. */
  MirrorIdentity identity();

  /**
   * Where courses stand, in one round trip for many. A course that the mirror knows nothing of has
   * no entry; one to which contents were uploaded and nothing committed has one at revision 0.
   */
  Map<CourseId, CourseHead> heads(Collection<CourseId> courses);

  /** The courses the mirror holds, in figures, ordered by course; empty when there are none. */
  List<CourseSummary> summaries();

  /**
   * A course with its tombstones, at one revision; {@link MirrorCourse#absent} if not held. With
   * {@link Evidence#RECOMPUTED}, a file whose bytes are gone, in whole or in part, is reported as
   * not stored under its recorded hash; bytes that are there but miss it show by their own hash.
   */
  MirrorCourse read(CourseId course, Evidence evidence);

  /**
   * Which of these contents must be uploaded before a commit may name them: absent, not whole, or
   * holding bytes that miss the hash.
   *
   * @param sizes the contents with their lengths in bytes
   */
  Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes);

  /**
   * Stores pieces of contents, creating the course at revision 0 if it is absent. Replaces bytes
   * that differ. Repeating it changes nothing. No reader sees contents that no commit has named,
   * nor a course at revision 0: to all other methods it is absent.
   */
  void upload(CourseId course, List<ContentPart> parts);

  /**
   * Writes the changes and the typed rows in one transaction, or nothing. Creates the course if it
   * is absent and {@code atRevision} is 0. The revision advances if there are changes; rows and
   * facts alone leave it where it is. Repeating the rows changes nothing: a row that is there
   * already is not touched.
   *
   * <p>A typed row that the schema does not take is left out and named, now and by {@link #rows},
   * until a later projection; files and the other rows are written.
   *
   * @param atRevision the revision the changes were computed against
   * @param origin the label of the writing workspace, for people
   * @param projection the rows and facts; without it the typed rows stay as they are and count as
   *     not fitting the files, unless there are no changes
   */
  CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection);

  /** The facts that are kept beside a course's files; none for files whose facts are not known. */
  SortedMap<ArtifactPath, StoredFacts> facts(CourseId course);

  /** The typed rows of a course at one revision, texts hashed from what is stored now. */
  TypedRows rows(CourseId course);

  /** Edits made by hand to a course after the edit with this number, oldest first. */
  List<ForeignEdit> foreignEdits(CourseId course, long after);

  /**
   * Renames a course; its files, contents and history stay as they are, its revision does not move.
   * Its typed rows count as not fitting from then on, for they tell the folder's name.
   *
   * @throws io.creatoros.core.storage.StorageConflictException if {@code from} is absent or {@code
   *     to} is there with a revision above 0
   */
  void move(CourseId from, CourseId to);

  /** Gives back connections. The mirror cannot be used afterwards. */
  @Override
  void close();
}
