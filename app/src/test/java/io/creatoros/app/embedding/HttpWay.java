package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgrest.testkit.Gateway;

/**
 * By an HTTP API, as one of its users.
 *
 * @param proxy what stands before the gateway
 * @param gateway what stands before PostgREST
 * @param token the user's
 */
record HttpWay(FaultProxy proxy, Gateway gateway, String token) implements Way {

  /** By a proxy of its own before this gateway. */
  static HttpWay through(Gateway gateway, String token) {
    return new HttpWay(FaultProxy.to("127.0.0.1", gateway.url().getPort()), gateway, token);
  }

  @Override
  public String commit() {
    return "/rpc/creatoros_commit";
  }

  @Override
  public String mirror() {
    return "postgrest";
  }

  @Override
  public CreatorOs.Builder lead(CreatorOs.Builder program) {
    return program
        .mirror(mirror())
        .set("postgrest.url", url())
        .set("postgrest.key", gateway.publishableKey())
        .set("postgrest.token", token)
        .set("postgrest.connections", "2");
  }

  @Override
  public Machine lead(Machine machine) {
    return machine
        .with("CREATOROS_MIRROR", mirror())
        .with("SUPABASE_URL", url())
        .with("SUPABASE_PUBLISHABLE_KEY", gateway.publishableKey())
        .with("CREATOROS_POSTGREST_TOKEN", token);
  }

  @Override
  public void heal() {
    proxy.heal();
    gateway.heal();
  }

  @Override
  public void close() {
    proxy.close();
    gateway.close();
  }

  private String url() {
    return "http://127.0.0.1:" + proxy.port();
  }
}
