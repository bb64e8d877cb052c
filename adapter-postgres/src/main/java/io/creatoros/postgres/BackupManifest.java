package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param format the version of the backup's format
 * @param version the schema's version
 * @param identity the mirror's identity
 * @param rows how many rows each table has, in an order in which references hold
 * @param columns the columns of each table, in the order of their values
 */
record BackupManifest(
    int format,
    String version,
    String identity,
    Map<String, Long> rows,
    Map<String, List<String>> columns) {

  /** From 2 on, typed rows are in backups. */
  static final int FORMAT = 2;

  /** The name of the manifest in the archive. */
  static final String NAME = "manifest.json";

  private static final JsonFactory JSON = new JsonFactory();

  BackupManifest {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The name of a table's entry in the archive. */
  static String entry(String table) {
    return table + ".copy";
  }

  void write(OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeNumberField("creatorosBackup", format);
    json.writeStringField("schemaVersion", version);
    json.writeStringField("mirror", identity);
    json.writeObjectFieldStart("rows");
    for (Map.Entry<String, Long> table : rows.entrySet()) {
      json.writeNumberField(table.getKey(), table.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("columns");
    for (Map.Entry<String, List<String>> table : columns.entrySet()) {
      json.writeFieldName(table.getKey());
      json.writeArray(table.getValue().toArray(String[]::new), 0, table.getValue().size());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.close();
  }

  /**
   * @throws IOException if this is no manifest
   */
  static BackupManifest read(InputStream in) throws IOException {
    int format = 0;
    String version = "";
    String identity = "";
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(in)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "creatorosBackup" -> format = json.getIntValue();
          case "schemaVersion" -> version = json.getText();
          case "mirror" -> identity = json.getText();
          case "rows" -> readRows(json, rows);
          case "columns" -> readColumns(json, columns);
          default -> json.skipChildren();
        }
      }
    }
    require(format > 0);
    return new BackupManifest(format, version, identity, rows, columns);
  }

  private static void readRows(JsonParser json, Map<String, Long> rows) throws IOException {
    require(json.currentToken() == JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String table = json.currentName();
      json.nextToken();
      rows.put(table, json.getLongValue());
    }
  }

  private static void readColumns(JsonParser json, Map<String, List<String>> columns)
      throws IOException {
    require(json.currentToken() == JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      List<String> names = new ArrayList<>();
      columns.put(json.currentName(), names);
      require(json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        names.add(json.getText());
      }
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("it has no manifest of a backup");
    }
  }
}
