package io.creatoros.postgres;

/** The statements of the mirror. All names are qualified: search_path is not relied on. */
final class Sql {
  static final String IDENTITY = "select m.identity from creatoros.mirror m";

  static final String COURSES =
      """
      select c.path from creatoros.courses c
      where c.project = :project and c.revision > 0 order by c.path
      """;

  static final String SUMMARIES =
      """
      select c.path, c.revision, c.origin, count(f.sha256) as files,
        coalesce(sum(f.size) filter (where f.sha256 is not null), 0) as bytes
      from creatoros.courses c
      left join creatoros.files f on f.course_id = c.id
      where c.project = :project and c.revision > 0
      group by c.id order by c.path
      """;

  private static final String HEAD =
      """
      select c.path as course, c.revision as course_revision, c.origin, c.projection_version,
        (select coalesce(max(e.id), 0) from creatoros.foreign_edits e
         where e.course_id = c.id) as edits,
        (select count(*) from creatoros.refused_rows r where r.course_id = c.id) as refused
      """;

  static final String HEADS =
      HEAD
          + """
          from creatoros.courses c
          where c.project = :project and c.path = any (:courses)
          """;

  private static final String FILES =
      HEAD
          + """
            , f.path, f.name, f.sha256, f.last_sha256, f.size, f.kind, f.stored, f.revision,
          """;

  static final String RECORDED =
      FILES
          + """
            null::bytea as computed, f.stored as held
          from creatoros.courses c
          left join creatoros.files f on f.course_id = c.id
          where c.project = :project and c.path = :course
          """;

  static final String RECOMPUTED =
      FILES
          + """
            h.computed, h.computed is not null as held
          from creatoros.courses c
          left join creatoros.files f on f.course_id = c.id
          left join lateral (
            select case when count(*) = greatest(1, (f.size + 1048575) / 1048576)
              then sha256(string_agg(p.bytes, ''::bytea order by p.part)) end as computed
            from creatoros.contents p
            where p.course_id = f.course_id and p.sha256 = f.sha256
          ) h on f.stored
          where c.project = :project and c.path = :course
          """;

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
      """
      select e.id, e.table_name, e.operation, e.at, e.by_role,
        case when e.table_name in ('files', 'course_lessons') then e.key ->> 'path' end as path,
        e.key ->> 'sha256' as sha256
      from creatoros.foreign_edits e
      where e.id > :after and e.course_id in (
        select c.id from creatoros.courses c where c.project = :project and c.path = :course
        union all
        select gone.course_id from creatoros.foreign_edits gone
        where gone.project = :project and gone.course_path = :course and not exists (
          select from creatoros.courses c where c.project = :project and c.path = :course))
      order by e.id
      """;

  private Sql() {}
}
