package io.creatoros.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import io.creatoros.core.verify.Verifier;
import io.creatoros.core.verify.VerifyListener;
import io.creatoros.core.verify.VerifyOptions;
import io.creatoros.core.verify.VerifySettings;
import io.creatoros.core.verify.VerifyVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typed rows of real course folders, where there are some. */
class RealCoursesTest {

  private static final Path ROOT = Path.of("../../shared/corpus/current");

  private final Site site = new Site(SyncSettings.DEFAULT_SIZE_LIMIT);

  @BeforeEach
  void realCourses() throws IOException {
    assumeTrue(Files.isDirectory(ROOT), "no real courses here");
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path inRoot = ROOT.relativize(file);
        site.folders.write(
            new CourseId(inRoot.getName(0).toString()),
            inRoot.subpath(1, inRoot.getNameCount()).toString(),
            Files.readAllBytes(file));
      }
    }
    assertThat(site.sync().isEqual()).isTrue();
  }

  @Test
  void verifyShouldFindEveryRowEqualAfterASync() {
    var verified =
        new Verifier(
                site.folders,
                site.database,
                new NoLog(),
                VerifySettings.withLimit(SyncSettings.DEFAULT_SIZE_LIMIT))
            .verify(site.folders.courses(), VerifyOptions.PLAIN, VerifyListener.SILENT);

    assertThat(verified.courses()).allSatisfy(course -> assertThat(course.rows()).isEmpty());
    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.rows()).isGreaterThan(100);
  }

  @Test
  void rowsShouldBeTheSameWhenTheDatabaseWasDropped() {
    Map<CourseId, Map<RowKey, TypedRow>> before = rows();

    site.database.database().drop();
    site.bases.lose();
    assertThat(site.sync().isEqual()).isTrue();

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void rowsShouldBeTheSameWhenEachFileIsWrittenByItself() {
    Map<CourseId, Map<RowKey, TypedRow>> whole = rows();
    Site slow = new Site(SyncSettings.DEFAULT_SIZE_LIMIT);
    CourseId course = new CourseId("nova-formacao");
    site.stored(course).keySet().stream()
        .limit(40)
        .forEach(
            path -> {
              slow.folders.write(course, path, site.folders.read(course, path).orElseThrow());
              slow.sync();
            });
    site.stored(course).keySet().stream()
        .skip(40)
        .forEach(
            path ->
                slow.folders.write(course, path, site.folders.read(course, path).orElseThrow()));

    slow.sync();

    assertThat(slow.database.rows(course).rows()).isEqualTo(whole.get(course));
  }

  @Test
  void oneRowShouldChangeWhenALessonsTextDoes() {
    CourseId course = new CourseId("nova-formacao");
    TypedRows before = site.database.rows(course);
    String lesson =
        before.rows().keySet().stream()
            .filter(key -> key.table() == RowTable.COURSE_LESSONS)
            .findFirst()
            .orElseThrow()
            .path();
    byte[] bytes = site.folders.read(course, lesson).orElseThrow();
    String longer = new String(bytes, StandardCharsets.UTF_8) + "\nmais uma frase\n";

    site.folders.write(course, lesson, longer.getBytes(StandardCharsets.UTF_8));
    site.sync();

    Set<Map.Entry<RowKey, TypedRow>> changed =
        new HashSet<>(site.database.rows(course).rows().entrySet());
    changed.removeAll(before.rows().entrySet());
    assertThat(changed).extracting(row -> row.getKey().path()).containsExactly(lesson);
  }

  private Map<CourseId, Map<RowKey, TypedRow>> rows() {
    Map<CourseId, Map<RowKey, TypedRow>> rows = new TreeMap<>();
    for (CourseId course : site.database.courses()) {
      rows.put(course, site.database.rows(course).rows());
    }
    return rows;
  }

  private static final class NoLog implements VerificationLog {
    @Override
    public void record(CourseId course, VerifiedAt verified) {}

    @Override
    public Optional<VerifiedAt> last(CourseId course) {
      return Optional.empty();
    }
  }
}
