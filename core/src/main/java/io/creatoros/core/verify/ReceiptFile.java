package io.creatoros.core.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A receipt in a JSON file. */
public final class ReceiptFile {

  private static final long LARGEST = 256L << 20;
  private static final String REMEDY = "creatoros verify --receipt FILE";

  private ReceiptFile() {}

  /**
   * Writes a receipt, replacing what is there. Atomic: a reader sees the old file or the new one.
   *
   * @throws StorageRejectedException with code {@code RECEIPT_NOT_WRITTEN} if that fails; then the
   *     old file is as it was
   */
  public static void write(Path file, Receipt receipt) {
    Path target = file.toAbsolutePath();
    try {
      Path temporary =
          Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
      try {
        writeDurably(temporary, receipt);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new StorageRejectedException(
          "RECEIPT_NOT_WRITTEN",
          "the receipt cannot be written to " + file + ": " + reason(e),
          "name a file in a folder that you may write: " + REMEDY,
          e);
    }
  }

  /**
   * Reads a receipt and checks it against its digest.
   *
   * @throws StorageRejectedException with code {@code RECEIPT_NOT_READ} if there is no such file,
   *     it cannot be read, or is too large to be a receipt
   * @throws CorruptRecordException with code {@code RECEIPT_BROKEN} if it is no receipt, truncated
   *     or edited, {@code RECEIPT_FORMAT} if a newer program wrote it
   */
  public static Receipt read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw notRead(file, "it holds more than " + LARGEST + " bytes", new IOException("size"));
      }
      try (InputStream in = Files.newInputStream(file)) {
        return ReceiptJson.read(in);
      }
    } catch (ReceiptJson.NewerFormat e) {
      throw new CorruptRecordException(
          "RECEIPT_FORMAT",
          file + " has format " + e.format() + "; this program reads " + Receipt.FORMAT,
          "upgrade creatoros, or make a new one: " + REMEDY,
          e);
    } catch (JsonProcessingException e) {
      throw broken(file, e.getOriginalMessage() + at(e), e);
    } catch (IllegalArgumentException e) {
      throw broken(file, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw notRead(file, reason(e), e);
    }
  }

  private static void writeDurably(Path file, Receipt receipt) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      ReceiptJson.write(receipt, out);
      out.flush();
      channel.force(true);
    }
  }

  private static CorruptRecordException broken(Path file, String why, Exception cause) {
    return new CorruptRecordException(
        "RECEIPT_BROKEN",
        file + " is no whole receipt: " + why,
        "make a new one: " + REMEDY,
        cause);
  }

  private static StorageRejectedException notRead(Path file, String why, IOException cause) {
    return new StorageRejectedException(
        "RECEIPT_NOT_READ",
        "the receipt " + file + " cannot be read: " + why,
        "name a file that was written by " + REMEDY,
        cause);
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file or folder"
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
