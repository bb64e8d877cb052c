package io.creatoros.postgrest.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers to a connection. */
final class AnswerWriter {
  private static final int NO_CONTENT = 204;

  private AnswerWriter() {}

  static void write(Fault.Answer answer, OutputStream out) throws IOException {
    write(answer, answer.body().length, answer.body().length, out);
  }

  /** Promises the whole body, and one byte where there is none, and writes half of it. */
  static void writeHalf(Fault.Answer answer, OutputStream out) throws IOException {
    write(answer, Math.max(answer.body().length, 1), answer.body().length / 2, out);
  }

  private static void write(Fault.Answer answer, int promised, int written, OutputStream out)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (answer.status() != NO_CONTENT) {
      head.append("Content-Length: " + promised + "\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(answer.body(), 0, written);
    out.flush();
  }
}
