package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.testkit.Samples.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptFileTest {

  @TempDir private Path folder;

  private final VerifyFixture at = new VerifyFixture();
  private Receipt receipt;
  private Path file;

  @BeforeEach
  void write() {
    at.threeFiles();
    receipt =
        Receipt.of(
            at.verify(List.of(COURSE), VerifyOptions.PLAIN.keepingProof(true)),
            "0.1.0",
            "default",
            "host:/courses");
    file = folder.resolve("receipt.json");
    ReceiptFile.write(file, receipt);
  }

  @Test
  void readShouldGiveWhatWasWritten() throws IOException {
    assertThat(ReceiptFile.read(file)).isEqualTo(receipt);
    assertThat(Files.readString(file)).contains("\"files\" : 3", "\"bytes\" : 6");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void readShouldGiveWhatWasWrittenWhenNamesAreOdd() {
    Samples.ODD_NAMES.forEach(name -> at.both(COURSE, "odd/" + name, name));
    at.folders.write(COURSE, Samples.DECOMPOSED, text("x"));
    at.writer.write(COURSE, Samples.DECOMPOSED, text("x"));
    Receipt odd =
        Receipt.of(
            at.verify(List.of(COURSE), VerifyOptions.PLAIN.keepingProof(true)), "1", "p", "o");

    ReceiptFile.write(file, odd);

    assertThat(odd.courses().get(0).paths()).hasSize(Samples.ODD_NAMES.size() + 4);
    assertThat(ReceiptFile.read(file)).isEqualTo(odd);
  }

  @Test
  void digestShouldStayWhenFormatStays() {
    Receipt known =
        new Receipt(
            "0.1.0",
            VerifyFixture.NOW,
            new io.creatoros.core.course.MirrorIdentity(
                java.util.UUID.fromString("00000000-0000-0000-0000-000000000001")),
            "default",
            "host:/courses",
            VerifyVerdict.EQUAL,
            List.of());

    assertThat(known.digest())
        .isEqualTo(
            io.creatoros.core.course.Sha256.of(
                    text(
                        "1:15:0.1.020:2026-03-01T10:00:00Z36:00000000-0000-0000-0000-000000000001"
                            + "7:default13:host:/courses5:EQUAL1:0"))
                .hex());
  }

  @ParameterizedTest
  @CsvSource({
    "\"revision\" : 3, \"revision\" : 4",
    "\"size\" : 2, \"size\" : 3",
    "\"stored\" : true, \"stored\" : false",
    "b.md, d.md",
    "default, defeult",
    "EQUAL, DIFFERENT",
    "2026-03-01, 2026-03-02",
    "host, post"
  })
  void readShouldFailWhenAnythingWasEdited(String from, String to) throws IOException {
    replace(from, to);

    assertBroken("it was edited");
  }

  @ParameterizedTest
  @CsvSource({
    "\"size\" : 2, \"size\" : -2, negative",
    "\"size\" : 2, \"size\" : 2.5, is not a whole number",
    "\"size\" : 2, \"size\" : 99999999999999999999, size",
    "\"size\" : 2, \"size\" : \"2\", is not a whole number",
    "b.md, ../b.md, ..",
    "nova-formacao, /etc, absolute",
    "\"path\" :, \"pith\" :, path",
    "2026-03-01T, yesterday, no time",
    "\"verdict\" : \"EQUAL\", \"verdict\" : \"FINE\", FINE",
    "\"tool\" :, \"project\" :, Duplicate"
  })
  void readShouldSayWhereWhenValueMakesNoSense(String from, String to, String message)
      throws IOException {
    replace(from, to);

    assertBroken(message);
  }

  @Test
  void readShouldFailWhenFileWasCutAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));

      assertBroken(file.toString());
    }
  }

  @Test
  void readShouldFailWhenSomethingFollows() throws IOException {
    Files.writeString(file, Files.readString(file) + "{}");

    assertBroken("");
  }

  @Test
  void readShouldFailWhenNestingIsHostile() throws IOException {
    Files.writeString(file, "[".repeat(100_000));

    assertBroken("");
  }

  @Test
  void readShouldFailWhenFileIsNoJson() throws IOException {
    Files.write(file, new byte[] {0, (byte) 0xff, 1, 2});
    assertBroken("");

    Files.writeString(file, "[]");
    assertBroken("no JSON object");
  }

  @Test
  void readShouldAskForUpgradeWhenFormatIsNewer() throws IOException {
    replace("\"format\" : 1", "\"format\" : 2");

    assertThatThrownBy(() -> ReceiptFile.read(file))
        .isInstanceOfSatisfying(
            CorruptRecordException.class,
            e -> {
              assertThat(e.code()).isEqualTo("RECEIPT_FORMAT");
              assertThat(e.remedy().orElseThrow()).contains("upgrade");
            });
  }

  @Test
  void readShouldFailWhenThereIsNoFile() {
    assertThatThrownBy(() -> ReceiptFile.read(folder.resolve("absent.json")))
        .isInstanceOf(StorageRejectedException.class)
        .hasMessageContaining("absent.json")
        .hasMessageContaining("no such file");
  }

  @Test
  void writeShouldLeaveOldFileWhenItFails() throws IOException {
    Path occupied = Files.createDirectories(folder.resolve("taken/by-a-folder")).getParent();

    assertThatThrownBy(() -> ReceiptFile.write(occupied, receipt))
        .isInstanceOf(StorageRejectedException.class)
        .extracting(e -> ((StorageException) e).code())
        .isEqualTo("RECEIPT_NOT_WRITTEN");
    assertThatThrownBy(() -> ReceiptFile.write(folder.resolve("absent/receipt.json"), receipt))
        .isInstanceOf(StorageRejectedException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, occupied);
    }
  }

  private void replace(String from, String to) throws IOException {
    String text = Files.readString(file);
    int index = text.indexOf(from);
    assertThat(index).isNotNegative();
    String edited = text.substring(0, index) + to + text.substring(index + from.length());
    Files.write(file, edited.getBytes(UTF_8));
  }

  private void assertBroken(String message) {
    assertThatThrownBy(() -> ReceiptFile.read(file))
        .isInstanceOfSatisfying(
            CorruptRecordException.class,
            e -> {
              assertThat(e.code()).isEqualTo("RECEIPT_BROKEN");
              assertThat(e).hasMessageContaining(message);
              assertThat(e.remedy()).isPresent();
            });
  }
}
