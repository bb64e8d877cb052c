package io.creatoros.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters of one command, and the file that Prometheus learns them from. */
final class MetricsFile {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);
  private static final String READABLE = "rw-r--r--";

  private final Path file;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  MetricsFile(Path file) {
    this.file = file;
  }

  MeterRegistry meters() {
    return meters;
  }

  /** Replaces the file at once, if there is anything to tell. What hinders it is logged. */
  void write() {
    if (meters.getMeters().isEmpty()) {
      return;
    }
    try {
      replace(meters.scrape().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("code", "METRICS_UNWRITABLE")
          .log("METRICS_UNWRITABLE: {} cannot be written: {}", file, e.toString());
    }
  }

  /** Its reader is another user, and never sees half of it. */
  private void replace(byte[] text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, ".creatoros-metrics", "");
    try {
      Files.write(temporary, text);
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(READABLE));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
