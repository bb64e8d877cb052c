package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of the schema says what the migrations make. */
final class SchemaDocTest {
  private static final Path FILE = Path.of("../docs/schema.md");

  /** Set to write the reference instead of comparing it. */
  private static final String WRITE = "creatoros.docs.write";

  private static final String HOW =
      "regenerate it with: mvn -pl adapter-postgres -am test -Dtest=SchemaDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -D"
          + WRITE
          + "=true";

  @Test
  void referenceShouldSayWhatTheMigrationsMake() throws IOException {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      String expected = new SchemaDoc(database).markdown();
      if (Boolean.getBoolean(WRITE)) {
        Files.writeString(FILE, expected);
      }
      assertThat(FILE).as(HOW).hasContent(expected);
    }
  }

  @Test
  void everyTableColumnViewAndFunctionShouldBeExplained() {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      assertThat(
              database.strings(
                  """
                  select c.oid::regclass || '.' || coalesce(a.attname, '')
                  from pg_class c
                  left join pg_attribute a
                    on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  where c.relnamespace in ('public'::regnamespace, 'creatoros'::regnamespace)
                    and c.relkind in ('r', 'v') and c.relname <> 'flyway_schema_history'
                    and (obj_description(c.oid) is null
                      or col_description(c.oid, a.attnum) is null)
                  union all
                  select p.oid::regprocedure::text from pg_proc p
                  join pg_language l on l.oid = p.prolang and l.lanname in ('sql', 'plpgsql')
                  where p.pronamespace in ('public'::regnamespace, 'creatoros'::regnamespace)
                    and obj_description(p.oid) is null
                  """))
          .isEmpty();
    }
  }
}
