package io.creatoros.core.verify;

import io.creatoros.core.course.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The hash of a receipt's values, each with its length, so that no two receipts share a text. */
final class ReceiptDigest {

  private final MessageDigest digest = Sha256.newDigest();

  private ReceiptDigest() {}

  static String of(Receipt receipt) {
    ReceiptDigest digest = new ReceiptDigest();
    digest.add(receipt);
    return Sha256.ofDigest(digest.digest.digest()).hex();
  }

  private void add(Receipt receipt) {
    add(Receipt.FORMAT);
    add(receipt.tool());
    add(receipt.at());
    add(receipt.mirror());
    add(receipt.project());
    add(receipt.origin());
    add(receipt.verdict());
    add(receipt.courses().size());
    receipt.courses().forEach(this::add);
  }

  private void add(Receipt.CourseProof course) {
    add(course.course());
    add(course.verdict());
    add(course.revision());
    add(course.paths().size());
    course
        .paths()
        .forEach(
            (path, file) -> {
              add(path);
              add(file.name());
              add(file.hash());
              add(file.size());
              add(file.stored());
            });
  }

  private void add(Object value) {
    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
    digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(text);
  }
}
