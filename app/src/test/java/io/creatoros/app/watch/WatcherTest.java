package io.creatoros.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Time passes only while the watcher waits, and while it synchronises.
 *
 * <pre>
 *   script of changes ──► watcher ──► log of what was synchronised, and when
 * </pre>
 */
class WatcherTest {

  private static final Set<CourseId> COURSES = courses("coffee", "tea");

  private final Script script = new Script();
  private final List<String> log = new ArrayList<>();
  private Function<Set<CourseId>, Round> outcome =
      due -> new Round(false, Set.of(), due.contains(CourseId.ROOT) ? COURSES : due);

  @Test
  void watcherShouldBeginWithEverything() {
    run();

    assertThat(log).startsWith("0 .");
  }

  @Test
  void watcherShouldSynchroniseACourseOnceItIsQuiet() {
    script.change(1_000, "coffee/lessons/1.1.md");
    script.change(1_150, "coffee/lessons/1.2.md");

    run();

    assertThat(log).startsWith("0 .", "1350 coffee");
  }

  @Test
  void watcherShouldNotLetAChangeWaitForeverWhenOthersFollow() {
    for (int at = 1_000; at <= 3_000; at += 100) {
      script.change(at, "coffee/lessons/1.1.md");
    }

    run();

    assertThat(log).startsWith("0 .", "2000 coffee", "3100 coffee", "30000 .");
  }

  @Test
  void watcherShouldSynchroniseTogetherWhatChangedTogether() {
    script.change(1_000, "coffee/a.md");
    script.change(1_100, "tea/b.md");

    run();

    assertThat(log).startsWith("0 .", "1300 coffee, tea");
  }

  @Test
  void watcherShouldLookAtEverythingWhenAPathBelongsToNoKnownCourse() {
    script.change(1_000, "cocoa/lessons/1.1.md");

    run();

    assertThat(log).startsWith("0 .", "1200 .");
  }

  @Test
  void watcherShouldLookAtEverythingWhenItCannotTellWhatChanged() {
    script.change(1_000, "coffee/a.md");
    script.change(1_100, "");

    run();

    assertThat(log).startsWith("0 .", "1300 .");
  }

  @Test
  void watcherShouldKnowTheCoursesThatALookFound() {
    outcome = due -> new Round(false, Set.of(), courses("cocoa"));
    script.change(1_000, "cocoa/lessons/1.1.md");
    script.change(2_000, "coffee/lessons/1.1.md");

    run();

    assertThat(log).startsWith("0 .", "1200 cocoa", "2200 .");
  }

  @Test
  void watcherShouldForgetCoursesThatALaterLookNoLongerFound() {
    outcome =
        due ->
            new Round(
                false,
                Set.of(),
                script.now() < 30_000 ? courses("tea", "tea/green") : courses("tea"));
    script.change(1_000, "tea/green/1.1.md");
    script.change(40_000, "tea/green/1.1.md");

    run();

    assertThat(log).startsWith("0 .", "1200 tea/green", "30000 .", "40200 tea");
  }

  @Test
  void watcherShouldLookAtEverythingNowAndThenThoughNothingWasHeard() {
    run();

    assertThat(log).startsWith("0 .", "30000 .", "60000 .");
    assertThat(script.refreshed).isEqualTo(log.size());
  }

  @Test
  void watcherShouldLookOftenWhenItCannotHearAllFolders() {
    script.complete = false;

    run();

    assertThat(log).startsWith("0 .", "2000 .", "4000 .");
  }

  @Test
  void watcherShouldTryAgainMoreAndMoreSeldomWhenTheMirrorIsDown() {
    outcome = due -> Round.mirrorDown();

    run();

    assertThat(log)
        .startsWith(
            "0 .", "1000 .", "3000 .", "7000 .", "15000 .", "31000 .", "61000 .", "91000 .");
  }

  @Test
  void watcherShouldNotHurryWhenFilesChangeWhileTheMirrorIsDown() {
    outcome = due -> Round.mirrorDown();
    script.change(1_500, "coffee/a.md");

    run();

    assertThat(log).startsWith("0 .", "1000 .", "3000 .");
  }

  @Test
  void watcherShouldCatchUpWithWhatChangedMeanwhileWhenTheMirrorIsBack() {
    script.change(1_000, "coffee/a.md");
    script.change(1_700, "tea/b.md");
    outcome =
        due -> script.now() == 1_200 ? Round.mirrorDown() : new Round(false, Set.of(), COURSES);

    run();

    assertThat(log).startsWith("0 .", "1200 coffee", "2200 coffee, tea", "30000 .");
  }

  @Test
  void watcherShouldBeginAgainWithAShortPauseWhenTheMirrorWasBackInBetween() {
    outcome =
        due -> script.now() == 3_000 ? new Round(false, Set.of(), COURSES) : Round.mirrorDown();
    script.change(10_000, "coffee/a.md");

    run();

    assertThat(log).startsWith("0 .", "1000 .", "3000 .", "10200 coffee", "11200 coffee");
  }

  @Test
  void watcherShouldTryACourseAgainSoonWhenSomebodyElseHeldIt() {
    outcome = due -> new Round(false, script.now() < 3_000 ? courses("tea") : Set.of(), COURSES);

    run();

    assertThat(log).startsWith("0 .", "2000 tea", "4000 tea", "30000 .");
  }

  @Test
  void watcherShouldHearWhatChangesWhileItSynchronises() {
    script.syncTakes = 700;
    script.change(300, "coffee/a.md");

    run();

    assertThat(log).startsWith("0 .", "900 coffee");
  }

  private void run() {
    Watcher watcher =
        new Watcher(
            script,
            due -> {
              log.add(
                  script.now()
                      + " "
                      + due.stream().map(CourseId::path).collect(Collectors.joining(", ")));
              Round round = outcome.apply(due);
              script.pass(script.syncTakes);
              return round;
            },
            Timing.PROMPT,
            () -> script.nanos);

    assertThatThrownBy(watcher::run).isInstanceOf(InterruptedException.class);
  }

  private static Set<CourseId> courses(String... paths) {
    Set<CourseId> courses = new TreeSet<>();
    for (String path : paths) {
      courses.add(new CourseId(path));
    }
    return courses;
  }

  /** Changes at given milliseconds; interrupts after two minutes. */
  private static final class Script implements Changes {

    private static final long END = 120_000;

    private record Change(long at, String path) {}

    private final List<Change> changes = new ArrayList<>();
    private long nanos = Duration.ofDays(100_000).toNanos();
    private final long start = nanos;
    private boolean complete = true;
    private int refreshed;
    private long syncTakes;

    void change(long at, String path) {
      changes.add(new Change(at, path));
    }

    long now() {
      return Duration.ofNanos(nanos - start).toMillis();
    }

    void pass(long millis) {
      nanos += Duration.ofMillis(millis).toNanos();
    }

    @Override
    public Set<String> await(Duration patience) throws InterruptedException {
      long until = now() + patience.toMillis();
      if (!changes.isEmpty() && changes.get(0).at() <= until) {
        pass(Math.max(0, changes.get(0).at() - now()));
        return Set.of(changes.remove(0).path());
      }
      pass(patience.toMillis());
      if (now() > END) {
        throw new InterruptedException();
      }
      return Set.of();
    }

    @Override
    public void refresh() {
      refreshed++;
    }

    @Override
    public boolean isComplete() {
      return complete;
    }

    @Override
    public void close() {}
  }
}
