package io.creatoros.app.embedding;

import io.creatoros.app.cli.Databases;
import io.creatoros.postgres.testkit.TestDatabase;

/** Addresses of databases, as configuration has them. */
final class Urls {

  private Urls() {}

  static String of(TestDatabase database) {
    return Databases.url(database);
  }

  /** Where nobody answers. */
  static String ofNobody() {
    return "postgresql://ana@127.0.0.1:1/nowhere";
  }
}
