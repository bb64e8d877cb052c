package io.creatoros.postgrest.testkit;

import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresSchema;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Supabase's own database and the newest PostgREST before it, as containers, with the schema: it is
 * migrated by the role that owners of a project have, who is no superuser.
 */
public final class NewestImages implements AutoCloseable {
  private static final DockerImageName DATABASE =
      DockerImageName.parse("supabase/postgres:17.6.1.178");
  private static final DockerImageName POSTGREST =
      DockerImageName.parse("postgrest/postgrest:latest");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int DATABASE_PORT = 5432;
  private static final int API_PORT = 3000;
  private static final int ADMIN_PORT = 3001;
  private static final String PASSWORD = Tokens.random();

  private final Network network = Network.newNetwork();
  private final GenericContainer<?> database =
      new GenericContainer<>(DATABASE)
          .withNetwork(network)
          .withNetworkAliases("db")
          .withEnv("POSTGRES_PASSWORD", PASSWORD)
          .withExposedPorts(DATABASE_PORT)
          .waitingFor(Wait.forListeningPort().withStartupTimeout(PATIENCE));
  private final GenericContainer<?> server =
      new GenericContainer<>(POSTGREST)
          .withNetwork(network)
          .withEnv("PGRST_DB_URI", "postgres://authenticator:" + PASSWORD + "@db:5432/postgres")
          .withEnv("PGRST_DB_SCHEMAS", "public")
          .withEnv("PGRST_DB_ANON_ROLE", "anon")
          .withEnv("PGRST_DB_MAX_ROWS", Integer.toString(PostgrestServer.MAX_ROWS))
          .withEnv("PGRST_JWT_SECRET", Tokens.SECRET)
          .withEnv("PGRST_ADMIN_SERVER_PORT", Integer.toString(ADMIN_PORT))
          .withExposedPorts(API_PORT, ADMIN_PORT)
          .waitingFor(Wait.forHttp("/ready").forPort(ADMIN_PORT).withStartupTimeout(PATIENCE));

  private NewestImages() {}

  /** Why they cannot be run here; empty when Docker answers. */
  public static Optional<String> missing() {
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of("Docker does not answer");
  }

  /**
   * Starts both; requests are answered when this returns.
   *
   * @throws ContainerFetchException if an image cannot be fetched
   */
  public static NewestImages start() throws SQLException {
    NewestImages images = new NewestImages();
    images.database.start();
    Await.until("the database lets us in", images::letsUsIn);
    images.execute("alter role authenticator password '" + PASSWORD + "'");
    PostgresSchema.migrate(
        PostgresConfig.of(images.jdbcUrl()).withCredentials("postgres", PASSWORD));
    images.server.start();
    return images;
  }

  /** Where PostgREST answers, the API at its root. */
  public URI url() {
    return URI.create("http://" + server.getHost() + ":" + server.getMappedPort(API_PORT));
  }

  @Override
  public void close() {
    server.close();
    database.close();
    network.close();
  }

  private boolean letsUsIn() {
    try {
      execute("select 1");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void execute(String sql) throws SQLException {
    int port = database.getMappedPort(DATABASE_PORT);
    TestDatabase administered =
        new TestDatabase("postgres", port, jdbcUrl(), "supabase_admin", PASSWORD);
    try (Connection connection = administered.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://"
        + database.getHost()
        + ":"
        + database.getMappedPort(DATABASE_PORT)
        + "/postgres";
  }
}
