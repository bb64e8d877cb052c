package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.storage.CorruptRecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBasesTest {

  private static final CourseId COURSE = new CourseId("curso");
  private static final MirrorIdentity MIRROR = new MirrorIdentity(UUID.randomUUID());

  @TempDir private Path root;
  private Bases bases;
  private Path file;

  @BeforeEach
  void save() {
    bases = Workspace.init(root).bases(MIRROR, "default");
    bases.save(COURSE, course());
    file = StateFolder.of(root).bases().resolve(MIRROR + "/default/curso.bases");
  }

  private static CourseBases course() {
    return new CourseBases(
        3,
        0,
        true,
        new TreeMap<>(
            Map.of(
                new ArtifactPath("a.md"),
                PathBase.of(new Base(Optional.of(hash("a")), "a.md", 3)),
                new ArtifactPath("b.md"),
                PathBase.of(new Base(Optional.of(hash("b")), "b.md", 2)))));
  }

  @Test
  void loadShouldFailWhenAnyByteIsMissingOrAnother() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int i = 1; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);

      assertThatThrownBy(() -> bases.load(COURSE))
          .isInstanceOf(CorruptRecordException.class)
          .hasMessageContaining(file.toString());

      Files.write(file, Arrays.copyOf(whole, i));
      assertThatThrownBy(() -> bases.load(COURSE))
          .isInstanceOfSatisfying(
              CorruptRecordException.class,
              e -> assertThat(e.remedy().orElseThrow()).contains("rm '" + file + "'"));
    }
  }

  @Test
  void loadShouldBeEmptyWhenALossOfPowerLeftAnEmptyFile() throws IOException {
    Files.write(file, new byte[0]);

    assertThat(bases.load(COURSE)).isEmpty();
    assertThat(Workspace.init(root).bases(MIRROR, "default").courses()).isEmpty();
  }

  @Test
  void coursesShouldNameTheFileWhenItIsNoText() throws IOException {
    Files.write(file, new byte[] {0, (byte) 0xff});

    assertThatThrownBy(() -> Workspace.init(root).bases(MIRROR, "default").courses())
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void loadShouldFailWhenTheFileIsOfAnotherCourse() throws IOException {
    Files.copy(file, file.resolveSibling("other.bases"));

    assertThatThrownBy(() -> bases.load(new CourseId("other")))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("curso");
  }

  @Test
  void basesShouldBelongToOneMirrorAndProject() {
    Workspace workspace = Workspace.init(root);

    assertThat(workspace.bases(MIRROR, "other").load(COURSE)).isEmpty();
    assertThat(workspace.bases(MIRROR, "../default").load(COURSE)).isEmpty();
    assertThat(workspace.bases(new MirrorIdentity(UUID.randomUUID()), "default").courses())
        .isEmpty();
    assertThat(workspace.bases(MIRROR, "default").load(COURSE)).contains(course());
  }
}
