package io.creatoros.postgres.schema;

import java.util.List;

/** The reference of the schema, written from the catalogue of a database. */
final class SchemaDoc {
  private static final String RELATIONS =
      """
      select n.nspname || '.' || c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and c.relkind = ? and c.relname <> 'flyway_schema_history'
      order by case c.relname when 'content_projects' then 1 when 'minds' then 2
        when 'content_pieces' then 3 when 'course_metadata' then 4 when 'course_lessons' then 5
        when 'market_research' then 6 when 'content_performance' then 7 when 'courses' then 8
        else 9 end, c.relname
      """;
  private static final String COLUMNS =
      """
      select '| `' || a.attname || '` | ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull and c.relkind = 'r' then '' when c.relkind = 'v' then ''
          else ', or null' end
        || ' | ' || replace(col_description(c.oid, a.attnum), '|', '\\|') || ' |'
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.oid = ?::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
      """;
  private static final String KEYS =
      """
      select '- ' || pg_get_constraintdef(oid) from pg_constraint
      where conrelid = ?::regclass and contype in ('p', 'u', 'f')
      order by position(contype::text in 'puf'), 1
      """;
  private static final String INDEXES =
      """
      select '- index `' || c.relname || '`'
        || substring(pg_get_indexdef(c.oid) from ' USING .*$')
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = ?::regclass
        and not exists (select from pg_constraint k where k.conindid = c.oid)
      order by c.relname
      """;
  private static final String REFERENCES =
      """
      select '  ' || p.relname || ' ||--o' || case when k.one then '|' else '{' end || ' '
        || c.relname || ' : ""'
      from (
        select distinct f.confrelid, f.conrelid, exists (
          select from pg_constraint u where u.conrelid = f.conrelid and u.contype in ('p', 'u')
            and u.conkey <@ f.conkey) as one
        from pg_constraint f where f.contype = 'f') k
      join pg_class p on p.oid = k.confrelid
      join pg_class c on c.oid = k.conrelid
      order by 1
      """;
  private static final String DIAGRAM_KEYS =
      """
      select '    ' || split_part(format_type(a.atttypid, null), ' ', 1) || ' ' || a.attname
        || case when string_agg(k.contype::text, '') ~ 'p' then ' PK' else ' FK' end
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.conrelid = ?::regclass and k.contype in ('p', 'f')
      group by a.attnum, a.attname, a.atttypid order by a.attnum
      """;
  private static final String FUNCTIONS =
      """
      select '| `' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')` | '
        || replace(obj_description(p.oid), '|', '\\|') || ' |'
      from pg_proc p join pg_language l on l.oid = p.prolang and l.lanname in ('sql', 'plpgsql')
      where p.pronamespace = ?::regnamespace and p.proname like ?
        and p.prorettype <> 'trigger'::regtype
      order by p.proname, pg_get_function_identity_arguments(p.oid)
      """;

  private final SchemaDatabase database;
  private final StringBuilder text = new StringBuilder();

  SchemaDoc(SchemaDatabase database) {
    this.database = database;
  }

  String markdown() {
    text.append(
        """
        # The schema

        Typed rows of courses stand in `public`, where the tools of Supabase look; bytes and books
        stand in `creatoros`. Everything is rebuilt from the folders but ids, times, history and
        what learners did ([why](adr/0015-typed-rows-in-public.md)). How to apply the migrations and
        how to go back: [migrations](../migrations/README.md). `creatoros schema check` names what a
        database lacks of this.

        """);
    diagram();
    text.append("## Tables to query\n");
    relations("public", "r");
    text.append("\n## Views\n\nViews ask with the rights of whoever asks.\n");
    relations("public", "v");
    text.append("\n## Books\n");
    relations("creatoros", "r");
    text.append("\n## Functions over HTTP\n\n");
    text.append("In `public`, one JSON value each. Hashes are in hexadecimal, bytes in base64.\n");
    functions("public", "creatoros\\_%");
    text.append("\n## Functions\n\nAll in `creatoros`.\n");
    functions("creatoros", "%");
    return text.toString();
  }

  private void functions(String schema, String name) {
    text.append("\n| function | |\n|---|---|\n");
    database.strings(FUNCTIONS, schema, name).forEach(this::line);
  }

  private void diagram() {
    text.append("```mermaid\nerDiagram\n");
    database.strings(REFERENCES).forEach(this::line);
    for (String schema : List.of("public", "creatoros")) {
      for (String table : database.strings(RELATIONS, schema, "r")) {
        List<String> keys = database.strings(DIAGRAM_KEYS, table);
        if (!keys.isEmpty()) {
          line("  " + table.substring(table.indexOf('.') + 1) + " {");
          keys.forEach(this::line);
          line("  }");
        }
      }
    }
    text.append(
        "```\n\nFiles and contents belong to their course without a reference that would\n");
    text.append("have to be checked for every row.\n\n");
  }

  private void relations(String schema, String kind) {
    for (String name : database.strings(RELATIONS, schema, kind)) {
      line("\n### " + name + "\n");
      line(database.string("select obj_description(?::regclass)", name) + "\n");
      line("| column | type | |\n|---|---|---|");
      database.strings(COLUMNS, name).forEach(this::line);
      List<String> keys = database.strings(KEYS, name);
      List<String> indexes = database.strings(INDEXES, name);
      if (!keys.isEmpty() || !indexes.isEmpty()) {
        line("");
        keys.forEach(this::line);
        indexes.forEach(this::line);
      }
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
