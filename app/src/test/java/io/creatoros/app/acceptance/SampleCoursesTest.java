package io.creatoros.app.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

class SampleCoursesTest extends WholeCoursesContract {

  @Override
  Path source() {
    return Courses.samples();
  }

  @Override
  SortedMap<String, String> hashes() throws IOException {
    return Tree.hashes(Courses.samples());
  }

  @Override
  String scope() {
    return "6 courses, 42 files";
  }
}
