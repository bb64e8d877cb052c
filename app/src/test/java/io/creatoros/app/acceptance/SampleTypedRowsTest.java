package io.creatoros.app.acceptance;

import java.nio.file.Path;

class SampleTypedRowsTest extends TypedRowsContract {

  @Override
  Path source() {
    return Courses.samples();
  }
}
