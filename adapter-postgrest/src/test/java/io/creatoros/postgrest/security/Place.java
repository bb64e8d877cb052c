package io.creatoros.postgrest.security;

/**
 * A project with courses.
 *
 * @param slug the project
 * @param project its id
 * @param full the id of a course that has rows of every kind
 * @param bare the id of a course that has only its first row
 * @param piece the id of that row
 * @param empty the id of a course without rows
 */
record Place(String slug, String project, long full, long bare, String piece, long empty) {

  /** The part of a request that picks the rows of this place. */
  String filter(Relation relation) {
    String value =
        switch (relation.key()) {
          case "project" -> slug;
          case "course_id" -> Long.toString(full);
          default -> project;
        };
    return "?" + relation.key() + "=eq." + value;
  }

  String fill(String row) {
    return row.replace("PROJECT", project)
        .replace("COURSE", Long.toString(bare))
        .replace("EMPTY", Long.toString(empty))
        .replace("PIECE", piece);
  }
}
