package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one course ends and another begins, and that it stays so. */
class ScanCoursesTest extends ScannedWorkspace {

  @Test
  void scanShouldLeaveFilesOfOtherCoursesToThem() throws IOException {
    disk.write("loose.md", "x");
    disk.write("nova/README.md", "x");
    disk.write("nova/t1/COURSE-BRIEF.md", "x");
    disk.write("nova/rest/notes.md", "x");
    CourseFolders folders = disk.folders();

    assertThat(folders.courses())
        .containsExactly(CourseId.ROOT, new CourseId("nova"), new CourseId("nova/t1"));
    assertThat(paths(folders, "nova")).containsExactly("README.md", "rest/notes.md");
    assertThat(paths(folders, "nova/t1")).containsExactly("COURSE-BRIEF.md");
    assertThat(paths(folders, ".")).containsExactly("loose.md");
    assertThat(folders.open(new CourseId("nova"), new ArtifactPath("t1/COURSE-BRIEF.md")))
        .isEmpty();
  }

  @Test
  void scanShouldSeeCoursesThatCameToBeSinceTheFirstLook() throws IOException {
    disk.write("loose.md", "x");
    CourseFolders folders = disk.folders();
    assertThat(folders.courses()).containsExactly(CourseId.ROOT);

    disk.write("curso/a.md", "x");

    assertThat(paths(folders, ".")).containsExactly("loose.md");
    assertThat(paths(folders, "curso")).containsExactly("a.md");
  }

  @Test
  void coursesShouldKeepAScannedCourseWhole() throws IOException {
    disk.write("curso/README.md", "x");
    paths(disk.folders(), "curso");

    disk.write("curso/v2/COURSE-BRIEF.md", "x");

    assertThat(disk.folders().courses()).containsExactly(COURSE);
    assertThat(paths(disk.folders(), "curso")).containsExactly("README.md", "v2/COURSE-BRIEF.md");
  }

  @Test
  void coursesShouldStayThoseOfTheCollectionInWhateverOrderTheyAreScanned() throws IOException {
    disk.write("README.md", "x");
    disk.write("nova/README.md", "x");
    disk.write("nova/t1/COURSE-BRIEF.md", "x");
    CourseFolders folders = disk.folders();
    List<CourseId> found = folders.courses();

    folders.scan(new CourseId("nova"), Evidence.RECORDED);
    folders.scan(CourseId.ROOT, Evidence.RECORDED);
    folders.scan(new CourseId("nova"), Evidence.RECORDED);

    assertThat(folders.courses()).isEqualTo(found).contains(new CourseId("nova/t1"));
    assertThat(disk.folders().courses()).isEqualTo(found);
    assertThat(folders.scan(new CourseId("nova"), Evidence.RECORDED).manifest().entries())
        .containsOnlyKeys(new ArtifactPath("README.md"));
  }

  @Test
  void scanShouldRefuseAFolderWithinACourse() throws IOException {
    disk.write("curso/COURSE-BRIEF.md", "x");
    disk.write("curso/lessons/1.1-a.md", "x");

    assertThatThrownBy(() -> disk.folders().scan(new CourseId("curso/lessons"), Evidence.RECORDED))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            e -> assertThat(e.code()).isEqualTo("COURSE_INSIDE_ANOTHER"))
        .hasMessageContaining("\"curso\"");
  }

  private static List<String> paths(CourseFolders folders, String course) {
    return folders.manifest(new CourseId(course), Evidence.RECORDED).entries().keySet().stream()
        .map(ArtifactPath::value)
        .toList();
  }
}
