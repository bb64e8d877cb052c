package io.creatoros.core.dualwrite;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.resilience.MirrorGuard;
import io.creatoros.core.sync.Pauses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Builds dual writes.
 *
 * <pre>
 * write ─► folder, durably
 *      └─► switch ─ trace ─ opening (if awaited) ─ write-behind (if chosen) ─ gate ─ budget
 *             └─► sync of one course ─► guard ─ mirror
 * </pre>
 *
 * Without more being said the switch is on, nothing guards the mirror, nobody listens, meters are
 * not published, and every version that a write replaces is kept. Not for use by several threads.
 */
public final class DualWrites {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  private final CourseFolders folders;
  private final DualWriteSettings settings;
  private Optional<HomesSource> source = Optional.empty();
  private Optional<Duration> opening = Optional.empty();
  private BooleanSupplier on = () -> true;
  private MirrorGuard guard = MirrorGuard.NONE;
  private MirrorFailureListener listener = (course, outcome) -> {};
  private MeterRegistry registry = new CompositeMeterRegistry();
  private Supplier<Optional<Bases>> remembered = Optional::empty;
  private Pauses pauses = Pauses.jittered(FIRST_PAUSE, LONGEST_PAUSE);
  private LongSupplier nanoTime = System::nanoTime;

  private DualWrites(CourseFolders folders, DualWriteSettings settings) {
    this.folders = folders;
    this.settings = settings;
  }

  /** Begins with the folders, and no mirror. */
  public static DualWrites to(CourseFolders folders, DualWriteSettings settings) {
    return new DualWrites(folders, settings);
  }

  /** Mirrors to what the source opens, when it is first needed. The writer closes the source. */
  public DualWrites mirroredTo(HomesSource homes) {
    source = Optional.of(homes);
    return this;
  }

  /**
   * Waits so long for the mirror to be opened before the budget of a call begins, and before
   * anything is sent behind the caller's back. Without this opening is part of the budget.
   */
  public DualWrites openedWithin(Duration patience) {
    opening = Optional.of(patience);
    return this;
  }

  /** Sends only while this says so; it is asked for every call. */
  public DualWrites whenever(BooleanSupplier switchedOn) {
    on = switchedOn;
    return this;
  }

  /** Puts something between the writer and the mirror. */
  public DualWrites guardedBy(MirrorGuard mirrorGuard) {
    guard = mirrorGuard;
    return this;
  }

  /** Tells somebody about files that do not arrive. */
  public DualWrites reportingTo(MirrorFailureListener failures) {
    listener = failures;
    return this;
  }

  /** Counts and times writes. */
  public DualWrites meteredBy(MeterRegistry meters) {
    registry = meters;
    return this;
  }

  /**
   * Does not keep versions that a mirror has.
   *
   * @param bases what this workspace remembers of its mirror, without asking the mirror; empty when
   *     it never reached one
   */
  public DualWrites remembering(Supplier<Optional<Bases>> bases) {
    remembered = bases;
    return this;
  }

  /** Waits so before a course that moved on in the mirror is read again. */
  DualWrites pausing(Pauses between, LongSupplier clock) {
    pauses = between;
    nanoTime = clock;
    return this;
  }

  /** Opens nothing yet: the mirror is opened by the first call that needs it. */
  public CourseWriter open() {
    MirrorLeg leg = source.<MirrorLeg>map(this::mirrorLeg).orElseGet(AbsentLeg::new);
    return new DualWrite(
        folders, leg, new KnownBytes(remembered), settings.drain().minus(closing()), registry);
  }

  private MirrorLeg mirrorLeg(HomesSource homes) {
    MirrorLeg sync =
        new SyncLeg(homes, guard, settings.sync(), settings.budget(), pauses, nanoTime);
    MirrorLeg budgeted =
        new BudgetedLeg(
            sync,
            settings.budget(),
            closing(),
            settings.calls(),
            DaemonThreads.many("creatoros-mirror"),
            guard::gaveUp);
    MirrorLeg gated = new GatedLeg(budgeted, guard::refusal);
    MirrorLeg sending =
        settings.writeBehind().isPresent()
            ? new WriteBehindLeg(
                gated,
                settings.writeBehind().getAsInt(),
                DaemonThreads.one("creatoros-write-behind"))
            : gated;
    MirrorLeg opened =
        opening.<MirrorLeg>map(patience -> opening(sending, homes, patience)).orElse(sending);
    return new SwitchedLeg(new ReportingLeg(opened, listener, registry), on);
  }

  private MirrorLeg opening(MirrorLeg leg, HomesSource homes, Duration patience) {
    return new OpeningLeg(
        leg,
        () -> guard.opening(homes::open),
        patience,
        DaemonThreads.one("creatoros-opening"),
        guard::gaveUp);
  }

  /** The part of closing that is for giving back connections. */
  private Duration closing() {
    return settings.drain().dividedBy(4);
  }
}
