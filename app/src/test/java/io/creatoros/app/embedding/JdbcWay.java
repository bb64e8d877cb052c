package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.FaultProxy;

/**
 * By the URL of a database.
 *
 * @param proxy what stands before the database
 * @param url the URL, by way of the proxy
 */
record JdbcWay(FaultProxy proxy, String url) implements Way {

  @Override
  public String commit() {
    return "creatoros.commit";
  }

  @Override
  public String mirror() {
    return "postgres";
  }

  @Override
  public CreatorOs.Builder lead(CreatorOs.Builder program) {
    return program.mirror(mirror()).set("database.url", url).set("database.pool", "2");
  }

  @Override
  public Machine lead(Machine machine) {
    return machine.with("CREATOROS_MIRROR", mirror()).with("DATABASE_URL", url);
  }
}
