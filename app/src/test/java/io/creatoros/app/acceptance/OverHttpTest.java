package io.creatoros.app.acceptance;

import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What people do with a database, done over HTTP. */
@RequiresPostgrest
class OverHttpTest {

  @Nested
  class Samples extends SampleCoursesTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class SamplesOnAnOlderVersion extends SampleCoursesTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V11);
    }
  }

  @Nested
  class RealCourses extends RealCoursesTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class NewVersion extends SampleNewVersionTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class OddFiles extends OddFilesTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class TwoMachines extends TwoMachinesTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class EditedByHand extends EditedByHandTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class Guarded extends GuardTest {
    @Override
    Route route() {
      return HttpRoute.through(PostgrestVersion.V12);
    }
  }

  @Nested
  class TypedRows extends SampleTypedRowsTest {
    @Override
    Route route() {
      return new Beside(HttpRoute.through(PostgrestVersion.V12));
    }
  }

  @Nested
  class LostState extends LostStateTest {
    @Override
    Route route() {
      return new Beside(HttpRoute.through(PostgrestVersion.V12));
    }
  }

  /** With the database beside the API, for the commands that need SQL. */
  private record Beside(HttpRoute http) implements Route {
    @Override
    public TestDatabase database() {
      return http.database();
    }

    @Override
    public Map<String, String> variables() {
      return http.besideDatabase();
    }

    @Override
    public void close() {
      http.close();
    }
  }
}
