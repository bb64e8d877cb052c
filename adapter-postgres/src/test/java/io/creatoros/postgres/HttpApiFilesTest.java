package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.parts;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.MirrorWriter.unstored;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import io.creatoros.testkit.Samples;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The functions of the HTTP API that bytes and files go through, as an editor calls them. */
final class HttpApiFilesTest {
  private static final CourseId COURSE = new CourseId("curso");
  private static final int PAGE = 5_000;
  private static final int PAGE_OF_BYTES = 32;

  private final TestDatabase database = MigratedDatabase.fresh();
  private final HttpCaller editor = HttpCaller.member(database, "editor");
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));
  private final MirrorWriter writer = new MirrorWriter(mirror);

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void readShouldTellWhatTheMirrorTells() {
    writer.write(COURSE, Map.of("a.md", text("a"), Samples.DECOMPOSED, text("b")));
    writer.delete(COURSE, "a.md");
    commit(2, List.of(unstored("large.bin", text("large"), Optional.empty())));

    JsonNode answer = read(false, null);

    assertThat(answer.path("head"))
        .isEqualTo(editor.call("heads", "p_courses", List.of("curso", "nowhere")).path(0));
    assertThat(answer.at("/head/revision").asLong()).isEqualTo(3);
    assertThat(answer.at("/head/origin").asText()).isEqualTo("http");
    assertThat(column(answer, "path")).containsExactly("a.md", "large.bin", Samples.COMPOSED);
    assertThat(column(answer, "name")).containsExactly("a.md", "large.bin", Samples.DECOMPOSED);
    assertThat(answer.at("/files/0/sha256").isNull()).isTrue();
    assertThat(answer.at("/files/0/last_sha256").asText()).isEqualTo(hash("a"));
    assertThat(answer.at("/files/1/held").asBoolean()).isFalse();
    assertThat(answer.at("/files/2/sha256").asText()).isEqualTo(hash("b"));
    assertThat(answer.at("/files/2/computed").isNull()).isTrue();
    assertThat(answer.at("/files/2/held").asBoolean()).isTrue();
    assertThat(answer.at("/files/2/revision").asLong()).isEqualTo(1);
  }

  @Test
  void readShouldBeNullWhenTheCourseIsUnknown() {
    assertThat(read(false, null)).isEqualTo(NullNode.getInstance());
    assertThat(editor.call("heads", "p_courses", List.of("curso"))).isEmpty();
  }

  @Test
  void readShouldBeEmptyWhenContentsWereOnlyUploaded() {
    writer.upload(COURSE, text("a"));

    assertThat(read(true, null).at("/head/revision").asLong(-1)).isZero();
    assertThat(read(true, null).path("files")).isEmpty();
    assertThat(read(true, null).path("more").asBoolean()).isFalse();
  }

  @Test
  void readShouldGiveAllFilesInTheOrderOfTheirBytesPageByPage() {
    List<Change> files = new ArrayList<>();
    Samples.ODD_NAMES.forEach(name -> files.add(put(name, text("same"))));
    for (int i = 0; i < 2 * PAGE; i++) {
      files.add(put("many/" + i + ".md", text("same")));
    }
    writer.upload(COURSE, text("same"));
    mirror.commit(COURSE, 0, "me", files, Optional.empty());

    List<String> paths = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    JsonNode page;
    do {
      page = read(false, paths.isEmpty() ? null : paths.get(paths.size() - 1));
      paths.addAll(column(page, "path"));
      pages.add(page.path("files").size());
      assertThat(page.at("/head/revision").asLong()).isEqualTo(1);
    } while (page.path("more").asBoolean());

    assertThat(pages).containsExactly(PAGE, PAGE, Samples.ODD_NAMES.size());
    assertThat(paths)
        .containsExactlyElementsOf(
            mirror.read(COURSE, Evidence.RECORDED).files().keySet().stream()
                .map(ArtifactPath::value)
                .toList());
  }

  @Test
  void readShouldGoOnAfterEachOfAnyNames() {
    Samples.ODD_NAMES.forEach(name -> writer.write(COURSE, name, text("same")));
    List<String> paths = column(read(false, null), "path");

    for (int i = 0; i < paths.size(); i++) {
      assertThat(column(read(false, paths.get(i)), "path"))
          .isEqualTo(paths.subList(i + 1, paths.size()));
    }
  }

  @Test
  void readShouldHashNoMoreThanAPageOfBytes() {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < PAGE_OF_BYTES + 8; i++) {
      files.put("%02d.bin".formatted(i), Samples.bytes(Content.PART_SIZE, i));
    }
    writer.write(COURSE, files);

    JsonNode first = read(true, null);
    JsonNode second = read(true, "31.bin");

    assertThat(column(first, "computed")).hasSize(PAGE_OF_BYTES).isEqualTo(column(first, "sha256"));
    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(column(second, "path")).hasSize(8).first().isEqualTo("32.bin");
    assertThat(second.path("more").asBoolean()).isFalse();
    assertThat(
            editor.countAfter(
                "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'contents'",
                "read",
                "p_course",
                "curso",
                "p_recompute",
                true,
                "p_after",
                "31.bin"))
        .isEqualTo(8);
  }

  @Test
  void readShouldHashOneFileAtLeast() {
    byte[] large = Samples.bytes((PAGE_OF_BYTES + 1) * Content.PART_SIZE, 1);
    writer.write(COURSE, Map.of("a.bin", large, "b.md", text("b")));

    JsonNode first = read(true, null);

    assertThat(column(first, "computed")).containsExactly(Sha256.of(large).hex());
    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(column(read(true, "a.bin"), "path")).containsExactly("b.md");
  }

  @Test
  void readShouldTellWhatIsLeftOfBytesThatWereEdited() {
    writer.write(COURSE, Map.of("a.md", text("a"), "b.md", text("b")));
    Hand hand = new Hand(database);
    hand.editBytes(COURSE, new ArtifactPath("a.md"), text("edited"));
    hand.deleteBytes(COURSE, new ArtifactPath("b.md"));

    JsonNode answer = read(true, null);

    assertThat(answer.at("/files/0/computed").asText()).isEqualTo(hash("edited"));
    assertThat(answer.at("/files/1/held").asBoolean()).isFalse();
    assertThat(answer.at("/head/edits").asLong()).isPositive();
  }

  @Test
  void contentShouldBeReadPartByPart() {
    byte[] bytes = Samples.bytes(3 * Content.PART_SIZE + 1, 7);
    writer.write(COURSE, "video.bin", bytes);

    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    JsonNode first = content("video.bin", 0, null);
    for (int part = 0; part < first.path("parts").asInt(); part++) {
      whole.writeBytes(bytes(content("video.bin", part, first.path("sha256").asText())));
    }

    assertThat(whole.toByteArray()).isEqualTo(bytes);
    assertThat(first.path("parts").asInt()).isEqualTo(4);
    assertThat(first.path("size").asLong()).isEqualTo(bytes.length);
    assertThat(content("video.bin", 4, null).isNull()).isTrue();
  }

  @Test
  void contentShouldStayReadableByItsHashWhenTheFileHasChanged() {
    writer.write(COURSE, "a.md", text("before"));
    writer.write(COURSE, "a.md", text("after"));

    assertThat(bytes(content("a.md", 0, null))).isEqualTo(text("after"));
    assertThat(bytes(content("a.md", 0, hash("before")))).isEqualTo(text("before"));
  }

  @Test
  void contentShouldBeNullWhenItIsNotThere() {
    commit(0, List.of(unstored("large.bin", text("large"), Optional.empty())));

    assertThat(content("nowhere.md", 0, null).isNull()).isTrue();
    assertThat(content("large.bin", 0, null).isNull()).isTrue();
    assertThat(content("large.bin", 0, hash("other")).isNull()).isTrue();
  }

  @Test
  void uploadShouldStoreOnceWhateverIsRepeated() {
    byte[] bytes = Samples.bytes(Content.PART_SIZE + 5, 3);
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      parts(bytes).forEach(part -> parts.add(part(part)));
    }

    assertThat(missing(bytes)).containsExactly(Sha256.of(bytes).hex());
    for (int i = 0; i < 2; i++) {
      assertThat(upload(parts)).isEqualTo(2);
      assertThat(missing(bytes)).isEmpty();
    }
    assertThat(new Hand(database).count("creatoros.contents")).isEqualTo(2);
  }

  @Test
  void uploadShouldStoreNothingWhenThereIsNothing() {
    assertThat(upload(List.of())).isZero();
    assertThat(missing()).isEmpty();
  }

  @Test
  void missingShouldNameWhatIsNotWholeOrNotOfItsHash() {
    byte[] whole = Samples.bytes(2 * Content.PART_SIZE, 1);
    upload(List.of(part(parts(whole).get(0))));
    upload(List.of(part(new ContentPart(Sha256.of(text("right")), 0, text("wrong")))));

    assertThat(missing(whole, text("right")))
        .containsExactlyInAnyOrder(Sha256.of(whole).hex(), hash("right"));
  }

  @Test
  void commitShouldWriteWhatTheMirrorReads() {
    writer.upload(COURSE, text("a"));

    JsonNode answer = commit(0, List.of(put("a.md", text("a"))));

    assertThat(answer.path("status").asText()).isEqualTo("committed");
    assertThat(answer.path("revision").asLong()).isEqualTo(1);
    MirrorCourse course = mirror.read(COURSE, Evidence.RECOMPUTED);
    assertThat(course.files()).containsOnlyKeys(new ArtifactPath("a.md"));
    assertThat(editor.call("courses").path(0).path("bytes").asLong()).isEqualTo(1);
    assertThat(editor.call("edits", "p_course", "curso", "p_after", 0)).isEmpty();
  }

  @Test
  void commitShouldAnswerWhyNothingWasWritten() {
    List<Change> changes = List.of(put("a.md", text("a")));

    assertThat(commit(0, changes).path("sha256").path(0).asText()).isEqualTo(hash("a"));
    writer.write(COURSE, "a.md", text("a"));
    assertThat(commit(0, changes).path("status").asText()).isEqualTo("course_moved");
    assertThat(commit(1, changes).path("paths").path(0).asText()).isEqualTo("a.md");
  }

  @Test
  void editsShouldTellWhoEditedWhat() {
    writer.write(COURSE, "a.md", text("a"));
    new Hand(database).editHash(COURSE, new ArtifactPath("a.md"), Sha256.of(text("b")));

    JsonNode edits = editor.call("edits", "p_course", "curso", "p_after", 0);

    assertThat(edits).hasSize(1);
    assertThat(edits.at("/0/table").asText()).isEqualTo("files");
    assertThat(edits.at("/0/operation").asText()).isEqualTo("UPDATE");
    assertThat(edits.at("/0/path").asText()).isEqualTo("a.md");
    assertThat(edits.at("/0/by").asText()).isEqualTo(database.user());
    assertThat(mirror.foreignEdits(COURSE, 0))
        .extracting(edit -> edit.at().toString())
        .containsExactly(OffsetDateTime.parse(edits.at("/0/at").asText()).toInstant().toString());
    assertThat(editor.call("edits", "p_course", "curso", "p_after", edits.at("/0/id").asLong()))
        .isEmpty();
  }

  @Test
  void moveShouldAnswerWhetherTheCourseHasItsName() {
    writer.write(COURSE, "a.md", text("a"));
    writer.write(new CourseId("taken"), "a.md", text("a"));

    assertThat(move("nowhere", "other")).isEqualTo("absent");
    assertThat(move("curso", "taken")).isEqualTo("taken");
    assertThat(move("curso", "other")).isEqualTo("moved");
    assertThat(column(editor.call("courses"), "course")).containsExactly("other", "taken");
  }

  @Test
  void writingShouldBeRefusedWhenTheCallerOnlyReads() {
    writer.write(COURSE, "a.md", text("a"));
    HttpCaller viewer = HttpCaller.member(database, "viewer");

    assertThatThrownBy(() -> viewer.call("upload", "p_course", "curso", "p_parts", List.of()))
        .hasMessageContaining("you may not write to project \"default\"");
    assertThatThrownBy(() -> viewer.call("move", "p_from", "curso", "p_to", "other"))
        .hasMessageContaining("you may not write to project \"default\"");
    assertThatThrownBy(() -> viewer.call("index", "p_course", "curso", "p_limit", 1))
        .hasMessageContaining("you may not write to project \"default\"");
    assertThat(viewer.call("courses")).hasSize(1);
  }

  @Test
  void nothingShouldBeSeenWhenTheCallerIsNoMember() {
    writer.write(COURSE, "a.md", text("a"));
    HttpCaller stranger = HttpCaller.stranger(database);

    assertThat(stranger.call("courses")).isEmpty();
    assertThat(stranger.call("heads", "p_courses", List.of("curso"))).isEmpty();
    assertThat(
            stranger
                .call("read", "p_course", "curso", "p_recompute", false, "p_after", null)
                .isNull())
        .isTrue();
    assertThat(content(stranger, "a.md", 0, hash("a")).isNull()).isTrue();
  }

  private JsonNode read(boolean recompute, @Nullable String after) {
    return editor.call("read", "p_course", "curso", "p_recompute", recompute, "p_after", after);
  }

  private JsonNode content(String path, int part, @Nullable String hash) {
    return content(editor, path, part, hash);
  }

  private static JsonNode content(HttpCaller caller, String path, int part, @Nullable String hash) {
    return caller.call(
        "content", "p_course", "curso", "p_path", path, "p_part", part, "p_sha256", hash);
  }

  private int upload(List<Map<String, Object>> parts) {
    return editor.call("upload", "p_course", "curso", "p_parts", parts).path("stored").asInt(-1);
  }

  private List<String> missing(byte[]... contents) {
    List<Map<String, Object>> asked = new ArrayList<>();
    for (byte[] content : contents) {
      asked.add(Map.of("sha256", Sha256.of(content).hex(), "size", content.length));
    }
    return texts(editor.call("missing", "p_course", "curso", "p_contents", asked));
  }

  private JsonNode commit(long revision, List<Change> changes) {
    return editor.call(
        "commit",
        "p_course",
        "curso",
        "p_revision",
        revision,
        "p_origin",
        "http",
        "p_changes",
        ChangesText.of(changes),
        "p_facts",
        null,
        "p_projection",
        null);
  }

  private String move(String from, String to) {
    return editor.call("move", "p_from", from, "p_to", to).path("status").asText();
  }

  private static Map<String, Object> part(ContentPart part) {
    return Map.of(
        "sha256",
        part.hash().hex(),
        "part",
        part.part(),
        "bytes",
        Base64.getEncoder().encodeToString(part.bytes()));
  }

  private static byte[] bytes(JsonNode content) {
    return Base64.getDecoder().decode(content.path("bytes").asText());
  }

  private static List<String> column(JsonNode answer, String column) {
    JsonNode rows = answer.isArray() ? answer : answer.path("files");
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.path(column).asText())
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String hash(String text) {
    return Sha256.of(text(text)).hex();
  }
}
