package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseRepository;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All that course folders do. An implementor supplies what {@link FoldersHome} asks for. */
public interface CourseFoldersContract
    extends CourseRepositoryContract, FoldersReadContract, FoldersWriteContract {

  @Override
  default CourseRepository repository() {
    return folders();
  }

  @Override
  default CourseRepository reopened() {
    return otherFolders();
  }

  @Override
  default void place(CourseId course, String name, byte[] bytes) {
    replace(course, name, found(course, MirrorWriter.key(name).value()), bytes);
  }

  @Override
  default void remove(CourseId course, String name) {
    String path = MirrorWriter.key(name).value();
    delete(course, path, found(course, path).orElseThrow());
  }

  @Override
  default Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Test
  default void writeShouldPutFilesOfTheRootCourseIntoTheRoot() {
    byte[] bytes = Samples.text("loose");

    replace(CourseId.ROOT, "loose.md", Optional.empty(), bytes);

    assertThat(readByHand(CourseId.ROOT, "loose.md")).contains(bytes);
    assertThat(paths(CourseId.ROOT)).containsExactly("loose.md");
  }
}
