package io.creatoros.core.dualwrite;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.testkit.CourseWriterContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Every stack of a dual write keeps the contract. */
class DualWriteContractTest {

  @Nested
  class SendingWhileTheCallerWaits implements CourseWriterContract {

    private final Desk desk = new Desk();
    private final CourseWriter writer = desk.writer();

    @Override
    public CourseWriter writer() {
      return writer;
    }

    @Override
    public CourseFolders folders() {
      return desk.folders;
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.of(desk.database);
    }
  }

  @Nested
  class SendingBehindTheCallersBack implements CourseWriterContract {

    private final Desk desk = new Desk();
    private final CourseWriter writer = desk.writes(Desk.settings().writingBehind(1000)).open();

    @Override
    public CourseWriter writer() {
      return writer;
    }

    @Override
    public CourseFolders folders() {
      return desk.folders;
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.of(desk.database);
    }
  }

  @Nested
  class SwitchedOff implements CourseWriterContract {

    private final Desk desk = new Desk();
    private final CourseWriter writer = desk.writes(Desk.settings()).whenever(() -> false).open();

    @Override
    public CourseWriter writer() {
      return writer;
    }

    @Override
    public CourseFolders folders() {
      return desk.folders;
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.empty();
    }
  }

  @Nested
  class WithoutAMirror implements CourseWriterContract {

    private final Desk desk = new Desk();
    private final CourseWriter writer = DualWrites.to(desk.folders, Desk.settings()).open();

    @Override
    public CourseWriter writer() {
      return writer;
    }

    @Override
    public CourseFolders folders() {
      return desk.folders;
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.empty();
    }
  }
}
