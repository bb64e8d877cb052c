package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.creatoros.core.storage.StorageException;
import io.creatoros.postgres.testkit.SocketWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No call waits for ever, and none waits longer than it may. */
final class ApiTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final String BEGINNING =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[";

  private final ServerSocket server = listen();

  /** Held here, for one that nobody holds is closed when memory is tidied up. */
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final PostgrestConfig config =
      PostgrestConfig.of("http://127.0.0.1:" + server.getLocalPort()).withConnections(1);
  private final Api api = new Api(config);
  private final Api impatient = new Api(config.withTimeouts(config.connectTimeout(), LIMIT));

  @AfterEach
  void close() throws IOException {
    api.close();
    impatient.close();
    server.close();
    connections.forEach(SocketWork::end);
  }

  @Test
  void callShouldEndWhenTheBodyOfItsAnswerNeverDoes() {
    serve(BEGINNING);
    long start = System.nanoTime();

    StorageException failure = failure(impatient);

    assertThat(failure.code()).isEqualTo("DB_TIMEOUT");
    assertThat(failure).hasMessageContaining("list courses").hasMessageContaining("1000 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void callShouldBeRefusedWhenOthersTakeAllConnectionsForTooLong() {
    serve("");
    CompletableFuture<StorageException> first =
        CompletableFuture.supplyAsync(() -> failure(impatient));
    CompletableFuture.anyOf(first, reached).join();

    StorageException second = failure(impatient);

    assertThat(second.code()).isIn("DB_BUSY", "DB_TIMEOUT");
    assertThat(first.join().code()).isEqualTo("DB_TIMEOUT");
  }

  @Test
  void answerThatIsNoJsonShouldBeToldAndNotQuoted() {
    serve(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"s3cret ");

    StorageException failure = failure(api);

    assertThat(failure.code()).isEqualTo("DB_UNREACHABLE");
    assertThat(failure).hasMessageNotContaining("s3cret");
  }

  @Test
  void redirectShouldNotBeFollowed() {
    serve("HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

    StorageException failure = failure(api);

    assertThat(failure.code()).isEqualTo("DB_REJECTED");
    assertThat(failure.remedy().orElseThrow()).contains("address");
  }

  private static StorageException failure(Api called) {
    return catchThrowableOfType(
        StorageException.class,
        () -> called.call("list courses", "creatoros_courses", called.arguments()));
  }

  /** Answers the first request like this, and leaves its connection open. */
  private void serve(String answer) {
    SocketWork.start(
        "server",
        () -> {
          Socket connection = server.accept();
          connections.add(connection);
          InputStream in = connection.getInputStream();
          in.read();
          reached.complete(null);
          OutputStream out = connection.getOutputStream();
          out.write(answer.getBytes(StandardCharsets.US_ASCII));
          out.flush();
        });
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
