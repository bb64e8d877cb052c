package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveExtractorTest {
  @TempDir private Path folder;

  @Test
  void extractShouldKeepContentPermissionsAndLinks() throws IOException {
    byte[] archive =
        archive(file("bin/tool", "tool", 0755), file("lib/a", "a", 0640), link("lib/b", "a"));

    extract(archive);

    assertThat(target().resolve("bin/tool")).hasContent("tool").isExecutable();
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(target().resolve("lib/a"))))
        .isEqualTo("rw-r-----");
    assertThat(Files.readSymbolicLink(target().resolve("lib/b"))).isEqualTo(Path.of("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out", "lib/../../out", "lib/.."})
  void extractShouldRefuseEntryWhenItLeavesFolder(String name) throws IOException {
    byte[] archive = archive(file(name, "x", 0644));

    assertThatThrownBy(() -> extract(archive)).hasMessageContaining("leaves its folder");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../out", "/out"})
  void extractShouldRefuseLinkWhenItLeavesFolder(String link) throws IOException {
    byte[] archive = archive(link("lib/a", link));

    assertThatThrownBy(() -> extract(archive)).hasMessageContaining("leaves its folder");
  }

  @Test
  void extractShouldRefuseEntryWhenItIsADevice() throws IOException {
    byte[] archive =
        archive(new Item(new TarArchiveEntry("null", TarConstants.LF_CHR), new byte[0]));

    assertThatThrownBy(() -> extract(archive)).hasMessageContaining("unexpected kind");
  }

  private Path target() {
    return folder.resolve("target");
  }

  private void extract(byte[] archive) throws IOException {
    new ArchiveExtractor(target()).extract(new ByteArrayInputStream(archive));
  }

  private static Item file(String name, String content, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(mode);
    return new Item(entry, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Item link(String name, String link) {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(link);
    return new Item(entry, new byte[0]);
  }

  private static byte[] archive(Item... items) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      for (Item item : items) {
        item.entry.setSize(item.content.length);
        tar.putArchiveEntry(item.entry);
        tar.write(item.content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private record Item(TarArchiveEntry entry, byte[] content) {}
}
