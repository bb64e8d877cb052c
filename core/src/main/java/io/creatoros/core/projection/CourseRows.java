package io.creatoros.core.projection;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.finding.CourseFinding;
import java.util.List;
import java.util.Map;

/**
 * What the files of a course project to.
 *
 * @param rows the typed rows, ordered by key
 * @param texts the texts that rows name and that are no file's bytes as they stand, by the hash of
 *     their UTF-8 bytes
 * @param personas the personas that rows name, from slug to name
 * @param findings what the creator should know: of each file, and of the files together; ordered by
 *     path and line
 */
public record CourseRows(
    List<TypedRow> rows,
    Map<Sha256, String> texts,
    Map<String, String> personas,
    List<CourseFinding> findings) {

  public CourseRows {
    rows = List.copyOf(rows);
    texts = Map.copyOf(texts);
    personas = Map.copyOf(personas);
    findings = List.copyOf(findings);
  }
}
