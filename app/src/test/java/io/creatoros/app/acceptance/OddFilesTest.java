package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes and names that break careless programs: each travels there and back, or is named. */
class OddFilesTest extends Scene {

  private static final int MIB = 1 << 20;
  private static final String COMPOSED = "lições/1.1-introdução.md";

  @BeforeEach
  void writeACourse() throws IOException {
    writeCoffeeCourse();
  }

  @Test
  void anyBytesShouldTravelThereAndBack() throws IOException {
    put("bad-utf8.md", new byte[] {'a', (byte) 0xff, (byte) 0xc3, '(', '\n'});
    put("nul.md", new byte[] {'a', 0, 'b', 0});
    put("crlf.md", "a\r\nb\rc\n".getBytes(StandardCharsets.UTF_8));
    put("bom.md", "\ufeff# BOM\n".getBytes(StandardCharsets.UTF_8));
    put("no-end-of-line.md", "end".getBytes(StandardCharsets.UTF_8));
    put("empty.md", new byte[0]);
    put("only-nul.bin", new byte[3 * MIB]);
    put("exactly-one-part.bin", random(MIB));
    put("one-part-and-a-byte.bin", random(MIB + 1));

    assertTravels();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with spaces and  two.md",
        " leading and trailing .md ",
        "100% sure%20.md",
        "Curso [IA] {x} (y).md",
        "quote'\"`$HOME;&|<>*?.md",
        "back\\slash.md",
        "línea\nbreak.md",
        "tab\tand\u001b[31mescape.md",
        "emoji-\ud83c\udfaf-família.md",
        "-dash.md",
        "--help",
        "trailing.",
        "CON",
        "#hash#",
        "a:b.md",
        "...",
        "..md",
        "null"
      })
  void anyNameShouldTravelThereAndBack(String name) throws IOException {
    put(name, "x".getBytes(StandardCharsets.UTF_8));
    put(name + ".d/" + name, "y".getBytes(StandardCharsets.UTF_8));

    assertTravels();
  }

  @Test
  void bothUnicodeFormsShouldTravelThereAndBack() throws IOException {
    String decomposed = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);
    put(COMPOSED, "composed".getBytes(StandardCharsets.UTF_8));
    put(decomposed, "decomposed".getBytes(StandardCharsets.UTF_8));
    put(
        Normalizer.normalize("só.md", Normalizer.Form.NFD),
        "alone".getBytes(StandardCharsets.UTF_8));
    assumeTrue(Files.readString(course().resolve(COMPOSED)).equals("composed"), "one form only");

    assertTravels();
  }

  @Test
  void namesThatDifferOnlyInCaseShouldTravelThereAndBack() throws IOException {
    put("README.md", "upper".getBytes(StandardCharsets.UTF_8));
    put("readme.md", "lower".getBytes(StandardCharsets.UTF_8));
    put("Lessons/x.md", "folder".getBytes(StandardCharsets.UTF_8));
    assumeTrue(Files.readString(course().resolve("README.md")).equals("upper"), "one case only");

    assertTravels();
  }

  @Test
  void aPathOf200CharactersShouldTravelThereAndBack() throws IOException {
    put("ã".repeat(100) + "/" + "b".repeat(99), "x".getBytes(StandardCharsets.UTF_8));

    assertTravels();
  }

  @Test
  void aPathTooLongShouldBeNamedAndTheOthersStored() throws IOException {
    String path = ("d".repeat(200) + "/").repeat(11) + "end.md";
    put(path, "x".getBytes(StandardCharsets.UTF_8));

    Machine.Ran synced = sync(ana);
    Machine.Ran verified = ana.run("verify", ROOT);

    assertThat(synced.code()).isEqualTo(13);
    assertThat(synced.out()).contains("d".repeat(200));
    assertThat(verified.code()).isEqualTo(13);
    assertThat(mirror.files()).hasSize(4);
    assertThat(sync(ana).code()).isEqualTo(13);
  }

  @Test
  void aLargeFileShouldTravelThereAndBack() throws IOException {
    put("24-mebibytes.bin", random(24 * MIB));

    assertTravels();
  }

  @Test
  void aFileOverTheLimitShouldBeRecordedButNotStoredAndCounted() throws IOException {
    byte[] bytes = random(25 * MIB + 1);
    put("video.mp4", bytes);

    Machine.Ran synced = sync(ana);
    Machine.Ran verified = ana.run("verify", ROOT);
    Machine.Ran strict = ana.run("verify", ROOT, "--strict");
    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(synced.code()).isZero();
    assertThat(synced.out())
        .contains("EQUAL: 1 course, 5 files, 1 of them unstored for their size");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("1 of them unstored for their size");
    assertThat(strict.code()).isEqualTo(10);
    assertThat(strict.out()).contains("! coffee/video.mp4");
    assertThat(mirror.files()).containsEntry("coffee/video.mp4", Tree.sha256(bytes));
    assertThat(mirror.query("select max(part)::text from creatoros.contents")).containsExactly("0");
    assertThat(pulled.code()).isEqualTo(10);
    assertThat(pulled.out()).contains("< coffee/video.mp4");
    assertThat(Tree.hashes(root(bia))).hasSize(4);
    assertSettled(ana);
  }

  @Test
  void aNameThatIsNotTextShouldBeNamedAndTheOthersStored() throws Exception {
    Names.createNotText(course());

    Machine.Ran synced = sync(ana);

    assertThat(synced.code()).isEqualTo(13);
    assertThat(synced.out()).contains("bad-");
    assertThat(mirror.files()).hasSize(4);
    assertThat(ana.run("verify", ROOT).code()).isEqualTo(13);
    assertThat(ana.run("status", ROOT).code()).isEqualTo(13);
  }

  @Test
  void anUnreadableFileShouldBeNamedAndTheOthersStored() throws IOException {
    Path file = put("locked.md", "x".getBytes(StandardCharsets.UTF_8));
    assertThat(file.toFile().setReadable(false)).isTrue();
    assumeTrue(!Files.isReadable(file), "this user reads every file");

    Machine.Ran synced = sync(ana);

    assertThat(synced.code()).isEqualTo(13);
    assertThat(synced.out()).contains("? coffee/locked.md");
    assertThat(mirror.files()).hasSize(4);
  }

  @Test
  void linksAndSpecialFilesShouldBeListedAndNeverFollowed() throws Exception {
    Path secret = Files.writeString(ana.folder().resolve("secret.txt"), "outside\n");
    Files.createSymbolicLink(course().resolve("absolute.md"), secret);
    Files.createSymbolicLink(course().resolve("relative.md"), Path.of("../../secret.txt"));
    Files.createSymbolicLink(course().resolve("folder"), ana.folder());
    Files.createSymbolicLink(course().resolve("circle"), Path.of("."));
    new ProcessBuilder("mkfifo", course().resolve("pipe").toString()).start().waitFor();

    syncEqual(ana);
    Machine.Ran ignored = ana.run("status", ROOT, "--ignored");

    assertThat(mirror.files()).hasSize(4);
    assertThat(ignored.out())
        .contains("coffee/absolute.md", "coffee/relative.md", "coffee/folder", "coffee/circle");
    assertThat(mirror.query("select encode(bytes, 'escape') from creatoros.contents"))
        .doesNotContain("outside\n");
  }

  @Test
  void secretsShouldNeverBeStored() throws IOException {
    List<String> secrets =
        List.of(".env", ".env.local", "id_rsa", "id_ed25519", "server.key", "cert.pem", "a.p12");
    for (String name : secrets) {
      put(name, "s3cr3t\n".getBytes(StandardCharsets.UTF_8));
      put("lessons/" + name, "s3cr3t\n".getBytes(StandardCharsets.UTF_8));
    }
    put(".env.example", "KEY=\n".getBytes(StandardCharsets.UTF_8));

    syncEqual(ana);
    Machine.Ran ignored = ana.run("status", ROOT, "--ignored");

    assertThat(mirror.files()).hasSize(5).containsKey("coffee/.env.example");
    for (String name : secrets) {
      assertThat(ignored.out()).contains("coffee/" + name, "coffee/lessons/" + name);
    }
    assertThat(ignored.out()).doesNotContain("s3cr3t");
  }

  private void assertTravels() throws IOException {
    SortedMap<String, String> before = Tree.hashes(root(ana));

    syncEqual(ana);
    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(pulled.code()).as(pulled.out()).isZero();
    assertThat(Tree.hashes(root(bia))).isEqualTo(before);
    assertThat(Tree.hashes(root(ana))).isEqualTo(before);
    assertSettled(ana);
    assertSettled(bia);
  }

  private Path put(String path, byte[] bytes) throws IOException {
    Path file = course().resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path course() {
    return root(ana).resolve("coffee");
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
