package io.creatoros.postgrest.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param method {@code POST}
 * @param target path and query
 * @param headers by name in lower case
 * @param body its bytes, decoded if it came in chunks
 */
record GatewayRequest(String method, String target, Map<String, String> headers, byte[] body) {
  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** The next request of a connection; empty when the client ended it. */
  static Optional<GatewayRequest> read(InputStream in, OutputStream out) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String[] words = start.split(" ");
    Map<String, String> headers = headers(in);
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write(GO_ON);
    }
    return Optional.of(new GatewayRequest(words[0], words[1], headers, body(headers, in)));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")), in);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(line(in)); size > 0; size = size(line(in))) {
      body.write(exactly(size, in));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(String line) {
    return Integer.parseInt(line.split(";")[0].strip(), 16);
  }

  private static byte[] exactly(int size, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the client left in the middle of its request");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
