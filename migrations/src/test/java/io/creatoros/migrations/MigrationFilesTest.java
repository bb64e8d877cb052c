package io.creatoros.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MigrationFilesTest {

  @Test
  void versionsShouldBeThoseOfTheFiles() throws Exception {
    List<String> versions = files().stream().map(MigrationFilesTest::version).toList();

    assertThat(Migrations.versions()).isEqualTo(versions).isNotEmpty();
    assertThat(Migrations.expected()).isEqualTo(versions.get(versions.size() - 1));
  }

  @Test
  void filesShouldBeNamedAsSupabaseNamesThem() throws Exception {
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .allMatch(name -> name.matches("\\d{14}_[a-z0-9_]+\\.sql"));
  }

  @Test
  void filesShouldAddTheirVersionWhenApplied() throws Exception {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .containsOnlyOnce(
              "insert into creatoros.schema_version (version) values ('" + version(file) + "');");
    }
  }

  @Test
  void functionsShouldNotRelyOnSearchPath() throws Exception {
    for (Path file : files()) {
      String sql = Files.readString(file);
      assertThat(count(sql, "^language \\w+ [^$]*set search_path = ''[^$]*as \\$\\$$"))
          .as(file.toString())
          .isEqualTo(count(sql, "^create (or replace )?function"));
    }
  }

  private static long count(String sql, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(sql).results().count();
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    Path folder = Path.of(Migrations.class.getResource("/" + Migrations.LOCATION).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String version(Path file) {
    return file.getFileName().toString().substring(0, 14);
  }
}
