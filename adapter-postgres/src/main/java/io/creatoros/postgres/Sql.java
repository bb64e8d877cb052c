package io.creatoros.postgres;

/** The statements of the mirror. All names are qualified: search_path is not relied on. */
final class Sql {
  static final String IDENTITY = "select m.identity from creatoros.mirror m";

  static final String COURSES =
      """
      select c.path from creatoros.courses c
      where c.project = :project and c.revision > 0 order by c.path
      """;

  static final String SUMMARIES = "select s.* from creatoros.summaries(:project) s";

  static final String HEADS = "select h.* from creatoros.heads(:project, :courses) h";

  static final String READ =
      "select f.* from creatoros.read(:project, :course, :recompute, null, null, null) f";

  static final String OPEN =
      """
      select f.course_id, f.sha256, f.size, p.bytes,
        (select count(*) from creatoros.contents n
         where n.course_id = f.course_id and n.sha256 = f.sha256) as parts
      from creatoros.courses c
      join creatoros.files f on f.course_id = c.id and f.path = :path and f.stored
      join creatoros.contents p
        on p.course_id = f.course_id and p.sha256 = f.sha256 and p.part = 0
      where c.project = :project and c.path = :course
      """;

  static final String PART =
      """
      select p.bytes from creatoros.contents p
      where p.course_id = :courseId and p.sha256 = :hash and p.part = :part
      """;

  static final String MISSING =
      "select m.sha256 from creatoros.missing(:project, :course, :hashes, :sizes) as m (sha256)";

  /**
   * Does not wait for the disk: nothing counts on contents before the commit that names them, which
   * waits for everything that was written before it.
   */
  static final String UPLOAD =
      """
      select creatoros.upload(:project, :course, :hashes, :parts, :bytes)
      from (select set_config('synchronous_commit', 'off', true)) as unawaited
      """;

  static final String COMMIT =
      """
      select creatoros.commit_files(:project, :course, :revision, :origin,
        :paths, :names, :hashes, :sizes, :kinds, :stored, :expected,
        :factVersions, :facts, :otherPaths, :otherVersions, :others, :projection::jsonb,
        :lessons)::text
      """;

  static final String ENSURE_REFERENCES =
      "select creatoros.ensure_references(:project, :personas::jsonb)";

  static final String FACTS =
      "select f.path, f.version, f.facts from creatoros.facts(:project, :course) f";

  /** One row without a table for a course without rows. */
  static final String TYPED_ROWS =
      """
      select t.course_revision, t.projection_version, t.table_name, t.path, t.row::text
      from creatoros.typed_rows(:project, :course) t
      """;

  static final String MOVE = "select creatoros.move(:project, :from, :to) ->> 'status'";

  static final String FOREIGN_EDITS =
      "select e.* from creatoros.edits(:project, :course, :after) e";

  private Sql() {}
}
