package io.creatoros.app.acceptance;

import java.nio.file.Path;

class RealTypedRowsTest extends TypedRowsContract {

  @Override
  Path source() {
    return Courses.real().resolve("current");
  }
}
