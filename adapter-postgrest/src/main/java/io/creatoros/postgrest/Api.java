package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Calls functions over HTTP, and the only place where failures are translated. May be shared by
 * threads; at most as many calls as configured are under way at once.
 *
 * <p>A call that is given up, for time or an interrupt, may be carried out by the server all the
 * same.
 */
final class Api implements AutoCloseable {

  private static final int OK = 200;
  private static final int FIRST_FAILURE = 300;
  private static final String JSON_TYPE = "application/json";
  private static final String USER_AGENT =
      "creatoros/"
          + Optional.ofNullable(Api.class.getPackage().getImplementationVersion())
              .orElse("development");

  private final PostgrestConfig config;
  private final HttpErrors errors;
  private final HttpClient client;
  private final Semaphore connections;
  private volatile boolean closed;

  Api(PostgrestConfig config) {
    this.config = config;
    this.errors =
        new HttpErrors(
            config.server(),
            new Secrets(
                Stream.of(config.key(), config.token()).flatMap(Optional::stream).toList()));
    this.connections = new Semaphore(config.connections(), true);
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(config.connectTimeout())
            .build();
  }

  /** The project whose functions are called, as {@code p_project}. */
  String project() {
    return config.project();
  }

  HttpErrors errors() {
    return errors;
  }

  /** The arguments of a function, with the project as their first. */
  Arguments arguments() {
    return Arguments.of(config.project());
  }

  /** The same, with the course as their second. */
  Arguments arguments(CourseId course) {
    return arguments().with("p_course", course.path());
  }

  /**
   * Calls a function and returns its answer.
   *
   * @param operation what is attempted, for messages: {@code list courses}
   * @param function its name
   */
  JsonNode call(String operation, String function, Arguments arguments) {
    byte[] body = body(operation, request(function, arguments.bytes()));
    try {
      return WireJson.tree(body);
    } catch (IOException e) {
      throw errors.broken(operation, e);
    }
  }

  /** Calls made later fail. */
  @Override
  public void close() {
    closed = true;
  }

  private HttpRequest request(String function, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(config.api() + "/rpc/" + function))
            .timeout(config.requestTimeout())
            .header("User-Agent", USER_AGENT)
            .header("Accept", JSON_TYPE)
            .header("Content-Type", JSON_TYPE)
            .header("Content-Profile", "public")
            .POST(BodyPublishers.ofByteArray(body));
    config.key().ifPresent(key -> request.header("apikey", key));
    config.bearer().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  private byte[] body(String operation, HttpRequest request) {
    HttpResponse<byte[]> response = exchange(operation, request);
    String contentType = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() >= OK
        && response.statusCode() < FIRST_FAILURE
        && ErrorBody.isJson(contentType)) {
      return response.body();
    }
    Optional<Duration> retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.read(value, Instant.now()));
    throw errors.answered(
        operation, response.statusCode(), ErrorBody.of(contentType, response.body()), retryAfter);
  }

  private HttpResponse<byte[]> exchange(String operation, HttpRequest request) {
    if (closed) {
      throw errors.unreachable(operation, "this mirror was closed");
    }
    long deadline = System.nanoTime() + config.requestTimeout().toNanos();
    try {
      if (!connections.tryAcquire(config.requestTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
        throw errors.busy(operation);
      }
      try {
        return answer(operation, request, deadline);
      } finally {
        connections.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw errors.unreachable(operation, "it was interrupted while it waited for an answer");
    }
  }

  /** The client's own limit ends with the head of the answer; this one holds for its body too. */
  private HttpResponse<byte[]> answer(String operation, HttpRequest request, long deadline)
      throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw errors.late(operation, config.requestTimeout());
    } catch (ExecutionException e) {
      throw failed(operation, e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private StorageException failed(String operation, Throwable failure) {
    if (failure instanceof HttpTimeoutException
        && !(failure instanceof HttpConnectTimeoutException)) {
      return errors.late(operation, config.requestTimeout());
    }
    return failure instanceof IOException network
        ? errors.broken(operation, network)
        : errors.unreachable(operation, failure.getClass().getSimpleName());
  }
}
