package io.creatoros.core.dualwrite;

import io.creatoros.testkit.DecoratorContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What stands before a leg passes on what it is offered. */
class LegDecoratorsTest {

  private interface LegContract extends DecoratorContract<MirrorLeg> {
    @Override
    default Class<MirrorLeg> port() {
      return MirrorLeg.class;
    }
  }

  @Nested
  class Switched implements LegContract {
    @Override
    public MirrorLeg decorated(MirrorLeg delegate) {
      return new SwitchedLeg(delegate, () -> true);
    }
  }

  @Nested
  class Reporting implements LegContract {
    @Override
    public MirrorLeg decorated(MirrorLeg delegate) {
      return new ReportingLeg(delegate, (course, outcome) -> {}, new SimpleMeterRegistry());
    }

    /** An offer with a promise of its own: what it says is what counts. */
    @Override
    public Object comparable(Object answer) {
      return answer instanceof Offer offer ? offer.settled().join() : answer;
    }
  }

  /** These answer for themselves, whether something is pending for one. */
  @Test
  void legsWithThreadsShouldOverrideEveryMethod() {
    DecoratorContract.assertOverridesAll(MirrorLeg.class, OpeningLeg.class);
    DecoratorContract.assertOverridesAll(MirrorLeg.class, BudgetedLeg.class);
    DecoratorContract.assertOverridesAll(MirrorLeg.class, WriteBehindLeg.class);
    DecoratorContract.assertOverridesAll(MirrorLeg.class, SyncLeg.class);
    DecoratorContract.assertOverridesAll(MirrorLeg.class, AbsentLeg.class);
    DecoratorContract.assertOverridesAll(CourseWriter.class, DualWrite.class);
  }
}
