package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.projection.CourseRows;
import io.creatoros.core.projection.FolderProjection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the folders of a workspace project to, read once; the mirror is not asked. */
final class FolderRows {

  private static final String SLUG = "piece_slug";

  private final List<CourseId> courses;
  private final FolderProjection projection;
  private final Map<CourseId, CourseRows> read = new HashMap<>();

  FolderRows(Session session) {
    CourseFolders folders = session.foldersAlone();
    this.courses = folders.courses();
    this.projection = new FolderProjection(folders, session.configuration().config().sizeLimit());
  }

  List<CourseId> courses() {
    return courses;
  }

  /** The courses at or below a folder. */
  List<CourseId> within(CourseId folder) {
    return courses.stream().filter(course -> course.isWithin(folder)).toList();
  }

  CourseRows of(CourseId course) {
    return read.computeIfAbsent(course, projection::of);
  }

  /** The courses that declare a slug; reads all. */
  List<CourseId> withSlug(String slug) {
    return courses.stream().filter(course -> slug(course).equals(Optional.of(slug))).toList();
  }

  private Optional<String> slug(CourseId course) {
    return of(course).rows().stream()
        .filter(row -> row.key().table() == RowTable.CONTENT_PIECES)
        .flatMap(row -> Optional.ofNullable(row.values().get(SLUG)).stream())
        .map(json -> json.substring(1, json.length() - 1))
        .findFirst();
  }
}
