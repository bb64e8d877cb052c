package io.creatoros.app.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.Fault.Break;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.Gateway.Seen;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection is cut at every request of a first sync, once for each, and stays cut: nobody ever
 * sees a part of a course, and the next sync goes on where this one broke off.
 *
 * <pre>
 *   sync ──► gateway, which cuts ──► PostgREST ──► database ◄── reader, all the time
 * </pre>
 */
@RequiresPostgrest
class BrokenFirstSyncTest {

  private static final int COURSES = 3;
  private static final int PARTS = 3;
  private static final int FEWEST_REQUESTS = 14;
  private static final String NOTHING = ", revision 0: 0 files with 0 bytes, 0 rows, 0 lessons";
  private static final String UPLOAD = "/creatoros_upload";

  private final TestDatabase database = SupabaseLike.migrated();
  private final PostgrestServer server = PostgrestServer.start(PostgrestVersion.V12, database);
  private final Gateway gateway = Gateway.before(server);
  private final CourseReader reader = new CourseReader(database);
  @TempDir private Path workspace;

  @BeforeEach
  void writeCourses() throws IOException {
    write("coffee/COURSE-BRIEF.md", "# Coffee\n");
    write("coffee/curriculum.yaml", "title: Coffee\n");
    write("coffee/lessons/1.1-beans.md", "# Beans\n\nFresh ones.\n");
    write("coffee/lessons/1.2-grind.md", "# Grind\n\nStart coarse.\n");
    write("tea/COURSE-BRIEF.md", "# Tea\n");
    write("tea/lessons/1.1-leaves.md", "# Leaves\n\nWhole ones.\n");
    write("mate/lessons/1.1-gourd.md", "# Gourd\n\nCure it first.\n");
    write("mate/resources/film.txt", "The water must not boil.\n".repeat(PARTS * (1 << 20) / 25));
  }

  @AfterEach
  void close() {
    reader.close();
    gateway.close();
    server.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET_BEFORE", "RESET_AFTER"})
  void firstSyncShouldResumeAndNobodySeeHalfACourseWhenTheConnectionIsCutAtAnyRequest(Break cut)
      throws IOException {
    reader.follow("undisturbed");
    assertThat(machine("undisturbed").run("sync", ".").code()).isZero();
    List<Seen> requests = gateway.seen();
    Set<String> whole = reader.look();

    assertThat(requests.size()).isGreaterThan(FEWEST_REQUESTS);
    assertThat(whole).hasSize(COURSES).allMatch(course -> course.contains(", revision 1: "));
    for (int request = 0; request < requests.size(); request++) {
      String project = "cut-" + request;
      reader.follow(project);
      cutAt(request, cut);

      Machine.Ran broken = machine(project).run("sync", ".");

      long stored = reader.stored(PARTS);
      assertThat(broken.code()).as(project + broken.out() + broken.err()).isEqualTo(20);
      assertThat(reader.look()).as(project).allMatch(course -> isWholeOrAbsent(course, whole));

      gateway.heal();
      int before = gateway.seen().size();
      Machine.Ran resumed = machine(project).run("sync", ".");
      List<Seen> sent = gateway.seen().subList(before, gateway.seen().size());
      Machine.Ran verified = machine(project).run("verify", ".");

      assertThat(resumed.code()).as(project + resumed.out() + resumed.err()).isZero();
      assertThat(verified.out()).as(project).contains("\nEQUAL: 3 courses, 8 equal files");
      assertThat(reader.look()).as(project).isEqualTo(whole);
      assertThat(reader.seen()).as(project).allMatch(course -> isWholeOrAbsent(course, whole));
      assertThat(bytes(sent)).as(project).isLessThanOrEqualTo(bytes(requests) - stored * 4 / 3);
      forgetState();
    }
  }

  private void cutAt(int request, Break cut) {
    if (cut == Break.RESET_AFTER) {
      gateway.after(request, "", cut);
    }
    gateway.from(request, "", Break.RESET_BEFORE);
  }

  /** Contents may be there before a course is; nobody is shown them. */
  private static boolean isWholeOrAbsent(String course, Set<String> whole) {
    return whole.contains(course) || course.endsWith(NOTHING);
  }

  /** How much was sent of contents, in base64 and with what is around them. */
  private static long bytes(List<Seen> requests) {
    return requests.stream()
        .filter(request -> request.path().endsWith(UPLOAD))
        .mapToLong(Seen::bytes)
        .sum();
  }

  /** One request after the other, so that they can be counted. */
  private Machine machine(String project) {
    return new Machine(workspace)
        .with("SUPABASE_URL", gateway.url().toString())
        .with("SUPABASE_SECRET_KEY", gateway.secretKey())
        .with("CREATOROS_PROJECT", project)
        .with("CREATOROS_SYNC_SENDERS", "1")
        .with("CREATOROS_POSTGREST_CONNECTIONS", "1");
  }

  private void write(String path, String text) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Makes it a workspace that never met a mirror. */
  private void forgetState() throws IOException {
    try (Stream<Path> state = Files.walk(workspace.resolve(".creatoros"))) {
      for (Path path : state.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
