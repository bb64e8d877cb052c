package io.creatoros.postgrest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.creatoros.core.storage.DatabaseFailure;
import io.creatoros.core.storage.StorageException;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Translates what goes wrong with a request. */
final class HttpErrors {
  /** The status of what is not allowed to callers whom no token names. */
  private static final int NOBODY = 401;

  private static final int NOT_FOUND = 404;

  private static final String LOG_IN =
      "a publishable key alone may do nothing: set postgrest.token to a user's, or a secret key";
  private static final String JOIN = "an owner adds you with: creatoros members add";

  private final String server;
  private final Secrets secrets;

  /**
   * @param server host and path, as messages name them
   */
  HttpErrors(String server, Secrets secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  /**
   * An answer that is a failure.
   *
   * @param operation what was attempted: {@code commit to course "a"}
   */
  StorageException answered(
      String operation, int status, ErrorBody body, Optional<Duration> retryAfter) {
    DatabaseFailure failure = HttpFailures.failure(status, body.code(), body.message());
    String reason = body.message().isEmpty() ? "it does not say why" : body.message();
    String code = body.code().map(known -> known + ", ").orElse("") + "HTTP " + status;
    return failure.exception(
        message(failure, operation, secrets.hide(reason) + " (" + code + ")"),
        remedy(failure, status, body),
        retryAfter,
        Optional.empty());
  }

  /** A request without an answer, or with one that broke off; it may have been carried out. */
  StorageException broken(String operation, IOException failure) {
    return unreachable(operation, reason(failure), Optional.of(failure));
  }

  /** The same, for another reason than a failure of the network. */
  StorageException unreachable(String operation, String reason) {
    return unreachable(operation, reason, Optional.empty());
  }

  /** A request that took too long; it may have been carried out. */
  StorageException late(String operation, Duration limit) {
    return failure(
        DatabaseFailure.TIMEOUT, operation, "no answer within " + limit.toMillis() + " ms");
  }

  /** A request that was never made, for others were under way all the time. */
  StorageException busy(String operation) {
    return failure(DatabaseFailure.BUSY, operation, "all connections were in use all the time");
  }

  /** An answer in pages, between which the course changed again and again. */
  StorageException changing(String operation) {
    return failure(DatabaseFailure.BUSY, operation, "the course kept changing while it was read");
  }

  /** What the server is, and not a single request, is the matter. */
  StorageException refused(DatabaseFailure failure, String what, String remedy) {
    return failure.exception("PostgREST at " + server + ": " + what, remedy, Optional.empty());
  }

  private StorageException unreachable(String operation, String reason, Optional<Throwable> cause) {
    DatabaseFailure failure = DatabaseFailure.UNREACHABLE;
    return failure.exception(message(failure, operation, reason), remedy(failure), cause);
  }

  private StorageException failure(DatabaseFailure failure, String operation, String reason) {
    return failure.exception(
        message(failure, operation, reason), remedy(failure), Optional.empty());
  }

  private String message(DatabaseFailure failure, String operation, String reason) {
    String what = failure == DatabaseFailure.UNREACHABLE ? " cannot be reached to " : " did not ";
    return "PostgREST at " + server + what + operation + ": " + reason;
  }

  private String remedy(DatabaseFailure failure, int status, ErrorBody body) {
    if (failure == DatabaseFailure.PERMISSION && body.code().orElse("").equals("42501")) {
      return body.hint().map(secrets::hide).orElse(status == NOBODY ? LOG_IN : JOIN);
    }
    if (failure == DatabaseFailure.SCHEMA && body.code().orElse("").equals("PGRST106")) {
      return "let the API serve the schema public: it is one of its settings";
    }
    if (failure == DatabaseFailure.REJECTED && body.code().isEmpty() && isElsewhere(status)) {
      return "check the address, and postgrest.path, with: creatoros config";
    }
    if (failure == DatabaseFailure.REJECTED) {
      return body.hint().map(secrets::hide).orElse("");
    }
    return remedy(failure);
  }

  private static boolean isElsewhere(int status) {
    return status == NOT_FOUND || status < 400;
  }

  private static String remedy(DatabaseFailure failure) {
    switch (failure) {
      case UNREACHABLE -> {
        return "check that the server runs and the address is right: creatoros config";
      }
      case TIMEOUT -> {
        return "try again; if it happens often, raise postgrest.timeout, or the statement_timeout"
            + " of the role";
      }
      case BUSY -> {
        return "try again; if it happens often, lower postgrest.connections";
      }
      case RATE_LIMITED -> {
        return "try again later";
      }
      case PERMISSION -> {
        return "check postgrest.key and postgrest.token with: creatoros config";
      }
      case READ_ONLY -> {
        return "point postgrest.url at an API that takes writes";
      }
      case SCHEMA -> {
        return PostgrestSchema.REMEDY;
      }
      case PAUSED -> {
        return "resume the project in its dashboard, then: creatoros sync";
      }
      case RESTRICTED -> {
        return "look at the project's usage in its dashboard, then: creatoros sync";
      }
      case CORRUPT -> {
        return "restore the database, then: creatoros sync";
      }
      case REJECTED -> {
        return "";
      }
    }
    throw new AssertionError(failure);
  }

  private String reason(IOException failure) {
    if (causes(failure).anyMatch(UnresolvedAddressException.class::isInstance)) {
      return "there is no host of that name";
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (failure instanceof JsonProcessingException) {
      return "its answer is not whole, or no JSON";
    }
    return causes(failure)
        .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
        .findFirst()
        .map(secrets::hide)
        .orElse("the connection failed");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
