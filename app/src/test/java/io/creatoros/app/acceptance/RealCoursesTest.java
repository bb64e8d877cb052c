package io.creatoros.app.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

class RealCoursesTest extends WholeCoursesContract {

  @Override
  Path source() {
    return Courses.real().resolve("current");
  }

  @Override
  SortedMap<String, String> hashes() throws IOException {
    return Courses.recordedHashes("current");
  }

  @Override
  String scope() {
    return "7 courses, 360 files";
  }
}
