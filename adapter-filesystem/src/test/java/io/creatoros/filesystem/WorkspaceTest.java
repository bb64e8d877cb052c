package io.creatoros.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceTest {

  @TempDir private Path temporary;
  private Path base;

  @BeforeEach
  void findRealFolder() throws IOException {
    base = temporary.toRealPath();
  }

  private Path write(String path) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  @Test
  void findShouldWriteNothingWhenThereIsNone() throws IOException {
    write("root/curso/COURSE-BRIEF.md");

    assertThat(Workspace.find(base.resolve("root/curso"))).isEmpty();
    assertThat(base.resolve("root/.creatoros")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "root, root, ''",
    "root/curso, root, curso",
    "root/curso/COURSE-BRIEF.md, root, curso/COURSE-BRIEF.md",
    "root/curso/lessons, root, curso/lessons",
    "root/curso/lessons/1.1-a.md, root, curso/lessons/1.1-a.md",
    "root/plain/lessons, root, plain/lessons",
    "root/plain, root, plain",
    "root/docs, root/docs, ''",
    ". , . , ''",
  })
  void findOrCreateShouldMakeTheWorkspaceAboveCoursesNeverInside(
      String named, String root, String path) throws IOException {
    write("root/curso/COURSE-BRIEF.md");
    write("root/curso/lessons/1.1-a.md");
    write("root/plain/lessons/1.1-a.md");
    write("root/docs/notes.md");

    WorkspacePath found = Workspace.findOrCreate(base.resolve(named));

    assertThat(found.workspace().root()).isEqualTo(base.resolve(root).normalize());
    assertThat(found.path()).isEqualTo(path);
    assertThat(base.resolve(root).resolve(".creatoros/.gitignore")).hasContent("*");
    assertThat(Workspace.find(base.resolve(named)).orElseThrow().path()).isEqualTo(path);
  }

  @Test
  void findOrCreateShouldLeaveAFolderNamedAulasThatHoldsCoursesAlone() throws IOException {
    write("home/aulas/curso/COURSE-BRIEF.md");

    assertThat(Workspace.findOrCreate(base.resolve("home/aulas/curso")).workspace().root())
        .isEqualTo(base.resolve("home/aulas"));
  }

  @Test
  void findOrCreateShouldFailWhenThePathIsNotThere() {
    assertThatThrownBy(() -> Workspace.findOrCreate(base.resolve("gone")))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void findShouldTakeAPathThatIsNotThere() throws IOException {
    Workspace.init(base);

    assertThat(Workspace.find(base.resolve("curso/gone/a.md")).orElseThrow().path())
        .isEqualTo("curso/gone/a.md");
  }

  @Test
  void initShouldNameTheWorkspaceAboveOrBelow() throws IOException {
    write("a/b/c/notes.md");
    Workspace.init(base.resolve("a/b"));

    for (String other : List.of("a/b/c", "a", ".")) {
      assertThatThrownBy(() -> Workspace.init(base.resolve(other)))
          .isInstanceOfSatisfying(
              StorageRejectedException.class,
              e -> assertThat(e.code()).isEqualTo("WORKSPACE_NESTED"))
          .hasMessageContaining(base.resolve("a/b").toString());
    }
    assertThatThrownBy(() -> Workspace.findOrCreate(base))
        .hasMessageContaining(base.resolve("a/b").toString());
  }

  @Test
  void initShouldRefuseACourse() throws IOException {
    write("root/curso/COURSE-BRIEF.md");

    assertThatThrownBy(() -> Workspace.init(base.resolve("root/curso")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            e -> assertThat(e.remedy()).contains("creatoros init " + base.resolve("root")));
    assertThat(base.resolve("root/curso/.creatoros")).doesNotExist();
  }

  @Test
  void initShouldGiveTheSameIdentityWhenRepeatedAndAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<UUID> init = () -> Workspace.init(base).id();
      List<Future<UUID>> ids = threads.invokeAll(List.of(init, init, init, init));

      for (Future<UUID> id : ids) {
        assertThat(id.get()).isEqualTo(Workspace.init(base).id());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void findShouldGoThroughALinkedParent() throws IOException {
    write("real/root/curso/COURSE-BRIEF.md");
    Workspace.init(base.resolve("real/root"));
    Files.createSymbolicLink(base.resolve("link"), base.resolve("real"));

    WorkspacePath found = Workspace.find(base.resolve("link/root/curso")).orElseThrow();

    assertThat(found.workspace().root()).isEqualTo(base.resolve("real/root"));
    assertThat(found.path()).isEqualTo("curso");
  }

  @Test
  void findShouldRefuseALinkThatLeavesTheWorkspace() throws IOException {
    write("outside/COURSE-BRIEF.md");
    write("root/curso/COURSE-BRIEF.md");
    Workspace.init(base.resolve("root"));
    Files.createSymbolicLink(base.resolve("root/linked"), base.resolve("outside"));

    assertThatThrownBy(() -> Workspace.find(base.resolve("root/linked")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            e -> assertThat(e.code()).isEqualTo("PATH_LEAVES_WORKSPACE"));
  }

  @Test
  void findShouldNotTakeAPathOutOfTheWorkspaceForOneInIt() throws IOException {
    write("outside/a.md");
    Workspace.init(Files.createDirectories(base.resolve("root")));

    assertThat(Workspace.find(base.resolve("root/../outside/a.md"))).isEmpty();
  }

  @Test
  void findShouldFailWhenTheWorkspaceIsOfANewerVersion() throws IOException {
    Workspace.init(base);
    Path file = StateFolder.of(base).description();
    Files.writeString(file, Files.readString(file).replace("format=1", "format=2"));

    assertThatThrownBy(() -> Workspace.find(base))
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.code()).isEqualTo("WORKSPACE_TOO_NEW"))
        .hasMessageContaining("format 2");
  }

  @Test
  void findShouldNameTheWorkspaceFileWhenItIsDamaged() throws IOException {
    Workspace.init(base);
    Path file = StateFolder.of(base).description();
    for (String damaged : List.of("nonsense", "format=1\nid=\\uXYZ", "\u00ff")) {
      Files.write(file, damaged.getBytes(StandardCharsets.ISO_8859_1));

      assertThatThrownBy(() -> Workspace.find(base))
          .isInstanceOf(CorruptRecordException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void findShouldMakeAWorkspaceWholeWhoseMakingBrokeOff() throws IOException {
    Files.createDirectory(base.resolve(".creatoros"));

    UUID id = Workspace.find(base).orElseThrow().workspace().id();

    assertThat(Workspace.find(base).orElseThrow().workspace().id()).isEqualTo(id);
  }

  @Test
  void originShouldNameHostAndFolder() {
    assertThat(Workspace.init(base).origin()).matches("[^:]+:" + base);
  }

  @Test
  void amongShouldSelectCoursesOrAnArtifact() {
    Workspace workspace = Workspace.init(base);
    CourseId nova = new CourseId("nova");
    CourseId first = new CourseId("nova/group/t1");
    List<CourseId> all = List.of(CourseId.ROOT, first, nova);

    assertThat(select(workspace, "", all))
        .isEqualTo(new Selection(List.of(CourseId.ROOT, nova, first), Optional.empty()));
    assertThat(select(workspace, "nova", all).courses()).containsExactly(nova, first);
    assertThat(select(workspace, "nova/group", all).courses()).containsExactly(first);
    assertThat(select(workspace, "nova/group/t1", all).courses()).containsExactly(first);
    assertThat(select(workspace, "nova/x/a.md", all)).isEqualTo(artifact(nova, "x/a.md"));
    assertThat(select(workspace, "nova/group/t1/a.md", all)).isEqualTo(artifact(first, "a.md"));
    assertThat(select(workspace, "loose.md", all)).isEqualTo(artifact(CourseId.ROOT, "loose.md"));
  }

  private static Selection select(Workspace workspace, String path, List<CourseId> courses) {
    return new WorkspacePath(workspace, path).among(courses);
  }

  private static Selection artifact(CourseId course, String path) {
    return new Selection(
        List.of(course), Optional.of(new ArtifactRef(course, new ArtifactPath(path))));
  }

  @Test
  void verificationLogShouldGiveTheLastRecordAndForgetADamagedOne() throws IOException {
    CourseId course = new CourseId("Curso [IA]");
    VerificationLog log = Workspace.init(base).verificationLog();
    VerifiedAt verified =
        new VerifiedAt(Instant.now(), "EQUAL", new MirrorIdentity(UUID.randomUUID()), 42);

    assertThat(log.last(course)).isEmpty();
    log.record(course, new VerifiedAt(Instant.EPOCH, "DIFFERENT", verified.mirror(), 1));
    log.record(course, verified);

    assertThat(Workspace.init(base).verificationLog().last(course)).contains(verified);
    assertThat(log.last(new CourseId("other"))).isEmpty();
    Files.writeString(StateFolder.of(base).verified(course), "2026");
    assertThat(log.last(course)).isEmpty();
  }
}
