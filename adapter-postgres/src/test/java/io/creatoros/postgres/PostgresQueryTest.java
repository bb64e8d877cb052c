package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresQueryTest {

  private final TestDatabase database = TestPostgres.freshDatabase();

  @Test
  void runShouldReturnRowsAsTextUpToTheLimit() {
    PostgresQuery result =
        run("select i as number, null as nothing from generate_series(1, 5) as i", 2);

    assertThat(result.columns()).containsExactly("number", "nothing");
    assertThat(result.rows())
        .containsExactly(
            List.of(Optional.of("1"), Optional.empty()),
            List.of(Optional.of("2"), Optional.empty()));
    assertThat(result.more()).isTrue();
    assertThat(result.affected()).isEqualTo(-1);
  }

  @Test
  void runShouldSayHowManyRowsItChangedAndKeepThem() {
    run("create table visits (id int)", 1);

    PostgresQuery result = run("insert into visits select generate_series(1, 3)", 1);

    assertThat(result.affected()).isEqualTo(3);
    assertThat(result.more()).isFalse();
    assertThat(run("select count(*) from visits", 1).rows())
        .containsExactly(List.of(Optional.of("3")));
  }

  @Test
  void runShouldChangeNothingWhenAStatementIsRefused() {
    run("create table visits (id int)", 1);

    assertThatThrownBy(() -> run("insert into visits values (1); select 1/0", 1))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("22012");
    assertThat(run("select id from visits", 1).rows()).isEmpty();
  }

  private PostgresQuery run(String sql, int limit) {
    return PostgresQuery.run(MigratedDatabase.config(database), sql, limit);
  }
}
