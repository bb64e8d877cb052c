package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks, in the worst moment too. */
class LostAnswerTest extends Scene {

  private static final String BEANS = "courses/coffee/lessons/1.1-beans.md";
  private static final String COMMIT = "creatoros.commit";
  private static final String CONNECT_TIMEOUT = "CREATOROS_DATABASE_CONNECT_TIMEOUT";

  private FaultProxy proxy = FaultProxy.to("127.0.0.1", 1);

  @BeforeEach
  void reachTheDatabaseByAProxy() throws IOException {
    proxy.close();
    proxy = FaultProxy.to(database);
    String url =
        Databases.url(database).replace(":" + database.port() + "/", ":" + proxy.port() + "/");
    ana.with("SUPABASE_DB_URL", url + "?prepareThreshold=0");
    writeCoffeeCourse();
  }

  @AfterEach
  void closeTheProxy() {
    proxy.close();
  }

  @Test
  void syncShouldEndEqualWhenOneAnswerToACommitIsLost() {
    proxy.swallowAnswersTo(COMMIT, 1);

    syncEqual(ana);

    assertThat(proxy.swallowedAnswers()).isPositive();
    assertThat(revision()).isEqualTo("1");
    assertSettled(ana);
  }

  @Test
  void syncShouldKnowItsOwnWriteWhenEveryAnswerWasLostAndTheFileWasEditedSince()
      throws IOException {
    syncEqual(ana);
    ana.write(BEANS, "second\n");
    loseEveryAnswer();
    Machine.Ran lost = sync(ana);
    heal();
    ana.write(BEANS, "third\n");

    Machine.Ran next = sync(ana);

    assertThat(lost.code()).isEqualTo(20);
    assertThat(revision()).isEqualTo("3");
    assertThat(next.code()).as(next.out()).isZero();
    assertThat(mirror.files()).containsEntry("coffee/lessons/1.1-beans.md", Tree.sha256("third\n"));
    assertSettled(ana);
  }

  @Test
  void syncShouldKnowItsOwnFirstWriteWhenEveryAnswerWasLost() throws IOException {
    loseEveryAnswer();
    assertThat(sync(ana).code()).isEqualTo(20);
    heal();
    ana.write(BEANS, "edited since\n");

    syncEqual(ana);

    assertSettled(ana);
  }

  @Test
  void syncShouldKnowItsOwnDeleteWhenEveryAnswerWasLostAndTheFileIsBack() throws IOException {
    syncEqual(ana);
    ana.delete(BEANS);
    loseEveryAnswer();
    assertThat(sync(ana).code()).isEqualTo(20);
    heal();
    ana.write(BEANS, "back\n");

    syncEqual(ana);

    assertSettled(ana);
  }

  @Test
  void syncShouldGoOnWhereItBrokeOff() throws IOException {
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);
    Path file = ana.write("courses/coffee/resources/large.bin", "");
    Files.write(file, large);
    proxy.cutAfterClientBytes(2 << 20);
    ana.with(CONNECT_TIMEOUT, "2s");

    Machine.Ran broken = sync(ana);
    heal();

    assertThat(broken.code()).isEqualTo(20);
    assertThat(mirror.files()).isEmpty();
    syncEqual(ana);
    assertSettled(ana);
  }

  @Test
  void everyCommandShouldExit20WhenTheServerIsGone() throws IOException {
    syncEqual(ana);
    proxy.refuse();
    proxy.cut();
    ana.with(CONNECT_TIMEOUT, "1s");
    ana.write(BEANS, "edited\n");

    for (String command : new String[] {"sync", "verify", "status"}) {
      Machine.Ran ran = ana.run(command, ROOT, "--json");
      assertThat(ran.code()).as(ran.out()).isEqualTo(20);
      assertThat(ran.json()).containsEntry("exitCode", 20L);
    }
    assertThat(ana.read(BEANS)).isEqualTo("edited\n");
  }

  /** Nobody waits long for a server that is gone. */
  private void loseEveryAnswer() {
    proxy.swallowAnswersFrom(COMMIT);
    ana.with(CONNECT_TIMEOUT, "5s");
  }

  private void heal() {
    proxy.heal();
    ana.with(CONNECT_TIMEOUT, "60s");
  }

  private String revision() {
    return mirror.query("select revision from creatoros.courses").get(0);
  }
}
