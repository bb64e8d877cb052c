package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A file that is as large as one may be travels over HTTP in small requests, and comes back. */
@RequiresPostgrest
class BigFileOverHttpTest extends Scene {

  private static final int SIZE = 24 << 20;

  /** A part of 1 MiB in base64, and what is around it. */
  private static final int LARGEST_REQUEST = (3 << 20) / 2;

  @Override
  HttpRoute route() {
    return HttpRoute.through(PostgrestVersion.V12);
  }

  @Test
  void largeFileShouldArriveBeProvedAndComeBack(TestReporter reporter) throws IOException {
    writeCoffeeCourse();
    byte[] film = new byte[SIZE];
    new Random(24).nextBytes(film);
    Files.write(root(ana).resolve("coffee/film.mp4"), film);
    long start = System.nanoTime();

    syncEqual(ana);
    report(reporter, "sync", start);
    start = System.nanoTime();
    Machine.Ran verified = ana.run("verify", ROOT, "--strict");
    report(reporter, "verify", start);
    start = System.nanoTime();
    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);
    report(reporter, "pull", start);

    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isZero();
    assertThat(Tree.hashes(root(bia))).isEqualTo(Tree.hashes(root(ana)));
    assertThat(((HttpRoute) route).gateway().seen())
        .extracting(Gateway.Seen::bytes)
        .allMatch(bytes -> bytes < LARGEST_REQUEST);
  }

  private static void report(TestReporter reporter, String what, long start) {
    reporter.publishEntry(
        what + " of 24 MiB", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
  }
}
