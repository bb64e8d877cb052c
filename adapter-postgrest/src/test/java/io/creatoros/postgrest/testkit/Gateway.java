package io.creatoros.postgrest.testkit;

import io.creatoros.postgres.testkit.SocketWork;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An imitation of what stands before Supabase's PostgREST, on 127.0.0.1: the API is under {@code
 * /rest/v1}, each request shows a key as {@code apikey}, and a key that is no token is swapped for
 * one. It forwards faithfully until told otherwise.
 *
 * <pre>{@code
 * gateway.next("/creatoros_commit", Fault.Break.RESET_AFTER);
 * }</pre>
 */
public final class Gateway implements AutoCloseable {
  private static final String PATH = "/rest/v1";
  private static final Fault.Answer NOT_FOUND =
      Fault.json(404, "{\"message\":\"no Route matched with those values\"}");
  private static final Fault.Answer NO_SERVER =
      Fault.json(
          502, "{\"message\":\"An invalid response was received from the upstream server\"}");

  /** What concerns one connection only, is set by the client itself, or is not for PostgREST. */
  private static final Set<String> NOT_FORWARDED =
      Set.of(
          "apikey",
          "authorization",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final ServerSocket listener;
  private final GatewayKeys keys = GatewayKeys.fresh();
  private final FaultPlan plan = new FaultPlan();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();
  private int healed;

  /**
   * A request that came in.
   *
   * @param method {@code POST}
   * @param path the path, without the query
   * @param headers by name in lower case
   * @param bytes the size of its body
   */
  public record Seen(String method, String path, Map<String, String> headers, int bytes) {}

  private Gateway(URI server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** A gateway before this server. */
  public static Gateway before(PostgrestServer server) {
    return before(server.url());
  }

  /** A gateway before whatever leads to a server, the API at its root. */
  public static Gateway before(URI server) {
    try {
      return new Gateway(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a project's URL is, without a path: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The key {@code sb_secret_…}, whose role is {@code service_role}. */
  public String secretKey() {
    return keys.secret();
  }

  /** The key {@code sb_publishable_…}, whose role is {@code anon} unless a token tells another. */
  public String publishableKey() {
    return keys.publishable();
  }

  /** The legacy key of {@code service_role}. */
  public String serviceKey() {
    return keys.service();
  }

  /** The legacy key of {@code anon}. */
  public String anonKey() {
    return keys.anon();
  }

  /** What came in so far, in order. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** The next request meets this fault. Faults that are told one after the other queue. */
  public void next(Fault fault) {
    next("", fault);
  }

  /** The next request whose path ends like this meets this fault. */
  public void next(String pathEnd, Fault fault) {
    after(0, pathEnd, fault);
  }

  /** After so many more requests whose path ends like this, one meets this fault. */
  public void after(int spared, String pathEnd, Fault fault) {
    plan.add(pathEnd, spared, 1, fault);
  }

  /** Every request whose path ends like this meets this fault, until {@link #heal}. */
  public void always(String pathEnd, Fault fault) {
    from(0, pathEnd, fault);
  }

  /**
   * After so many more requests whose path ends like this, every one of them meets this fault,
   * until {@link #heal}.
   */
  public void from(int spared, String pathEnd, Fault fault) {
    plan.add(pathEnd, spared, Long.MAX_VALUE, fault);
  }

  /** Forgets all faults; connections that hang end. */
  public void heal() {
    plan.clear();
    synchronized (change) {
      healed++;
      change.notifyAll();
    }
  }

  @Override
  public void close() {
    SocketWork.end(listener);
    heal();
    connections.forEach(SocketWork::end);
  }

  private void accept() throws IOException {
    while (true) {
      Socket connection = listener.accept();
      connections.add(connection);
      start(() -> serve(connection));
    }
  }

  private void serve(Socket connection) throws IOException, InterruptedException {
    try {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = new BufferedOutputStream(connection.getOutputStream());
      Optional<GatewayRequest> request = GatewayRequest.read(in, connection.getOutputStream());
      while (request.isPresent() && answer(request.get(), connection, out)) {
        request = GatewayRequest.read(in, connection.getOutputStream());
      }
    } finally {
      connections.remove(connection);
      SocketWork.end(connection);
    }
  }

  /** Returns whether the connection is still good. */
  private boolean answer(GatewayRequest request, Socket connection, OutputStream out)
      throws IOException, InterruptedException {
    String path = request.target().split("\\?", 2)[0];
    seen.add(new Seen(request.method(), path, request.headers(), request.body().length));
    int before = healed();
    Optional<Fault> fault = plan.faultOf(path);
    if (fault.orElse(null) instanceof Fault.Break broken) {
      return breakOff(broken, request, connection, out, before);
    }
    AnswerWriter.write(fault.isPresent() ? (Fault.Answer) fault.get() : route(request), out);
    return true;
  }

  private boolean breakOff(
      Fault.Break fault, GatewayRequest request, Socket connection, OutputStream out, int before)
      throws IOException, InterruptedException {
    switch (fault) {
      case RESET_BEFORE -> reset(connection);
      case RESET_AFTER -> {
        route(request);
        reset(connection);
      }
      case TRUNCATED -> AnswerWriter.writeHalf(route(request), out);
      case HANG_BEFORE -> awaitHealing(before);
      case HANG_AFTER -> {
        route(request);
        awaitHealing(before);
      }
    }
    return false;
  }

  private Fault.Answer route(GatewayRequest request) throws InterruptedException {
    String target = request.target();
    if (!target.startsWith(PATH + "/")) {
      return NOT_FOUND;
    }
    Optional<Fault.Answer> refusal = keys.refusal(request);
    return refusal.isPresent() ? refusal.get() : forward(request, target.substring(PATH.length()));
  }

  private Fault.Answer forward(GatewayRequest request, String target) throws InterruptedException {
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(URI.create(server + target))
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request.headers().entrySet().stream()
        .filter(header -> !NOT_FORWARDED.contains(header.getKey()))
        .forEach(header -> forwarded.header(header.getKey(), header.getValue()));
    keys.authorization(request).ifPresent(value -> forwarded.header("Authorization", value));
    try {
      HttpResponse<byte[]> response = client.send(forwarded.build(), BodyHandlers.ofByteArray());
      return new Fault.Answer(response.statusCode(), headersOf(response), response.body());
    } catch (IOException e) {
      return NO_SERVER;
    }
  }

  private static Map<String, String> headersOf(HttpResponse<?> response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, all) -> headers.put(name, String.join(", ", all)));
    headers.keySet().removeAll(Set.of("transfer-encoding", "content-length", "connection"));
    return headers;
  }

  /** Closing with nothing to linger for sends a reset. */
  private static void reset(Socket connection) throws IOException {
    connection.setSoLinger(true, 0);
    connection.close();
  }

  private int healed() {
    synchronized (change) {
      return healed;
    }
  }

  private void awaitHealing(int before) throws InterruptedException {
    synchronized (change) {
      while (healed == before) {
        change.wait();
      }
    }
  }

  private static void start(SocketWork work) {
    SocketWork.start("gateway", work);
  }
}
