package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.pull.CoursePull;
import io.creatoros.core.pull.PullListener;
import io.creatoros.core.pull.PulledPath;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.verify.CourseVerification;
import io.creatoros.core.verify.VerifyListener;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that says how far a command is; nothing anywhere else. */
final class Progress implements SyncListener, VerifyListener, PullListener {

  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final Console console;
  private final boolean shown;
  private int courses;
  private int done;
  private int files;
  private long bytes;
  private long last;
  private int width;

  Progress(Console console) {
    this.console = console;
    this.shown = console.animated();
    this.last = System.nanoTime() - EVERY;
  }

  @Override
  public synchronized void started(int total) {
    courses = total;
    show(true);
  }

  @Override
  public synchronized void sent(long more) {
    bytes += more;
    show(false);
  }

  @Override
  public synchronized void finished(CourseReport report) {
    done++;
    show(false);
  }

  @Override
  public synchronized void started(CourseId course) {
    show(false);
  }

  @Override
  public synchronized void finished(CourseVerification course, int finished, int total) {
    courses = total;
    done = finished;
    bytes += course.bytes();
    show(false);
  }

  @Override
  public synchronized void applied(CourseId course, PulledPath path) {
    files++;
    show(false);
  }

  @Override
  public synchronized void finished(CoursePull course) {
    done++;
    bytes += course.bytes();
    show(false);
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (width > 0) {
      console.err().print("\r" + " ".repeat(width) + "\r");
      console.err().flush();
      width = 0;
    }
  }

  private void show(boolean always) {
    long now = System.nanoTime();
    if (!shown || (!always && now - last < EVERY)) {
      return;
    }
    last = now;
    String line =
        done
            + "/"
            + Text.count(courses, "course")
            + (files > 0 ? ", " + Text.count(files, "file") : "")
            + (bytes > 0 ? ", " + Text.size(bytes) : "");
    console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    console.err().flush();
    width = line.length();
  }
}
