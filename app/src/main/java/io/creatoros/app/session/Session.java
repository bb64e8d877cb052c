package io.creatoros.app.session;

import io.creatoros.app.config.Configuration;
import java.nio.file.Path;

/** The application, opened for one command. Closing it gives back what it opened. */
public interface Session extends AutoCloseable {

  /** The workspace's root. */
  Path root();

  /** The effective configuration. */
  Configuration configuration();

  @Override
  void close();
}
