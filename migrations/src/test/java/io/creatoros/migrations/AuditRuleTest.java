package io.creatoros.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AuditRuleTest {

  @Test
  void everyRuleShouldHaveAQueryThatSaysWhatItFinds() {
    for (AuditRule rule : AuditRule.all()) {
      assertThat(Resource.text(SecurityAudit.LOCATION + rule.name() + ".sql")).startsWith("-- ");
    }
  }

  @Test
  void everyQueryShouldBelongToARule() throws IOException, URISyntaxException {
    Path folder = Path.of(AuditRule.class.getResource(SecurityAudit.LOCATION).toURI());
    List<String> rules = AuditRule.all().stream().map(rule -> rule.name() + ".sql").toList();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("common.sql", "exposed.sql"), rules.stream()).toList());
    }
  }

  @Test
  void graverRulesShouldComeFirst() {
    assertThat(AuditRule.all()).extracting(AuditRule::severity).isSorted();
  }

  @Test
  void documentationShouldListTheRules() throws IOException {
    List<String> rows =
        AuditRule.all().stream()
            .map(
                rule ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(
                            rule.name(),
                            rule.severity().lower(),
                            rule.category().lower(),
                            rule.meaning()))
            .toList();

    assertThat(Files.readAllLines(Path.of("../docs/security-audit.md")))
        .filteredOn(line -> line.startsWith("| `"))
        .isEqualTo(rows);
  }
}
