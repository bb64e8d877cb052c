package io.creatoros.postgres.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of one user, shared by all programs that name the same home.
 *
 * <pre>{@code
 * try (EmbeddedServer.Lease lease = EmbeddedServer.at(EmbeddedSettings.defaults()).acquire()) {
 *   DriverManager.getConnection(lease.jdbcUrl(), lease.user(), lease.password());
 * }
 * }</pre>
 *
 * <p>The server runs in the background and is not a victim of Ctrl-C. The last lease that is closed
 * stops it, unless {@link #start()} asked it to stay. A program that is killed leaves at most an
 * idle server, which the next one uses and stops. A server that was killed is started again, and
 * recovers, with the next lease.
 *
 * <p>It listens on 127.0.0.1 only and asks for a random password, which stands in a file of its
 * home that only the user may read. It keeps its port as long as that is free. Commits are durable.
 *
 * <p>Every method waits for at most the patience of the settings and throws {@link
 * EmbeddedServerException}. Instances are cheap, need no closing and are safe for many threads.
 */
public final class EmbeddedServer {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final EmbeddedSettings settings;

  private EmbeddedServer(EmbeddedSettings settings) {
    this.settings = settings;
  }

  /** The server with these settings. Touches nothing yet. */
  public static EmbeddedServer at(EmbeddedSettings settings) {
    return new EmbeddedServer(settings);
  }

  /**
   * Starts the server unless it runs, and keeps it running until the lease is closed.
   *
   * <p>The first call ever unpacks the programs and makes the data folder, which takes seconds.
   */
  public Lease acquire() {
    Use use = new Use();
    return use.exclusively(
        () -> {
          use.tenancy.join();
          try {
            int port = use.process.ensureReady(use.deadline);
            return new Lease(this, Login.url(port, Login.DATABASE), use.home.password());
          } catch (RuntimeException | Error e) {
            use.tenancy.leave();
            throw e;
          }
        });
  }

  /** Starts the server unless it runs; it then stays, whoever leaves, until {@link #stop()}. */
  public Status start() {
    Use use = new Use();
    return use.exclusively(
        () -> {
          use.process.ensureReady(use.deadline);
          use.home.keep(true);
          return use.status();
        });
  }

  /**
   * Ends the wish of {@link #start()} that the server stay, and stops it unless it is in use.
   *
   * @return whether no server runs now; if false, the last one to use it will stop it
   */
  public boolean stop() {
    Use use = new Use();
    return use.exclusively(
        () -> {
          use.home.keep(false);
          use.stopIfVacant();
          return use.process.running().isEmpty();
        });
  }

  /** What is known about the server, without waiting for anything or starting it. */
  public Status status() {
    return new Use().status();
  }

  /**
   * What is known about a server.
   *
   * @param home its folder
   * @param log what it printed; the file may be absent
   * @param kept whether it stays when nobody uses it
   * @param pid its process; empty when it does not run
   * @param port its port; empty when it does not run or takes no connections yet
   */
  public record Status(Path home, Path log, boolean kept, OptionalLong pid, OptionalInt port) {
    /** Whether its process exists. It may still be starting or stopping. */
    public boolean running() {
      return pid.isPresent();
    }
  }

  /** The right to use a running server. Valid until closed, or until its server is killed. */
  public static final class Lease implements AutoCloseable {
    private final EmbeddedServer server;
    private final String jdbcUrl;
    private final String password;
    private boolean closed;

    private Lease(EmbeddedServer server, String jdbcUrl, String password) {
      this.server = server;
      this.jdbcUrl = jdbcUrl;
      this.password = password;
    }

    /** The URL of the database; it holds no secret. */
    public String jdbcUrl() {
      return jdbcUrl;
    }

    /** The user, who owns the server. */
    public String user() {
      return Login.USER;
    }

    /** The password; never print it. */
    public String password() {
      return password;
    }

    /**
     * Gives the server back. The last one to do so stops it; if that fails, the server is left
     * idle, a warning is logged, and the next program stops it. A second call does nothing.
     */
    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        server.release();
      }
    }

    @Override
    public String toString() {
      return "Lease[" + jdbcUrl + "]";
    }
  }

  private void release() {
    Use use = new Use();
    Departure departure = new Departure(use.tenancy);
    try {
      use.exclusively(
          () -> {
            departure.happen();
            use.stopIfVacant();
            return true;
          });
    } catch (EmbeddedServerException e) {
      LOG.warn("the embedded server was left running: {}", e.getMessage());
    } finally {
      departure.happen();
    }
  }

  /** Leaving happens once, even when the start lock cannot be had. */
  private static final class Departure {
    private final Tenancy tenancy;
    private boolean happened;

    Departure(Tenancy tenancy) {
      this.tenancy = tenancy;
    }

    void happen() {
      if (!happened) {
        happened = true;
        tenancy.leave();
      }
    }
  }

  /** One call: its own deadline, and the parts that do the work. */
  private final class Use {
    private final Deadline deadline = Deadline.after(settings.patience());
    private final ServerHome home = ServerHome.open(settings.home());
    private final Tenancy tenancy = Tenancy.of(home);
    private final ServerProcess process = new ServerProcess(home, settings.cache());

    <T> T exclusively(Supplier<T> action) {
      return tenancy.exclusively(deadline, action);
    }

    void stopIfVacant() {
      if (!home.kept() && tenancy.vacant()) {
        process.stop(deadline);
      }
    }

    Status status() {
      Optional<Postmaster> running = process.running();
      return new Status(
          home.folder(),
          home.log().file(),
          home.kept(),
          running.map(Postmaster::pid).map(OptionalLong::of).orElse(OptionalLong.empty()),
          running.map(Postmaster::port).orElse(OptionalInt.empty()));
    }
  }
}
