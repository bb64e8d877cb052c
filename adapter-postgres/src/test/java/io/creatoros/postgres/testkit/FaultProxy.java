package io.creatoros.postgres.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on 127.0.0.1 that breaks connections on purpose. It forwards faithfully until told
 * otherwise; each fault holds for all connections, present and future, until {@link #heal()}.
 */
public final class FaultProxy implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;

  private final String host;
  private final int targetPort;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger swallowed = new AtomicInteger();
  private final Object change = new Object();
  private ServerSocket listener;
  private Thread accepting;
  private Socket reserved = new Socket();
  private long clientBytesLeft = NEVER;
  private long serverBytesLeft = NEVER;
  private byte[] fatalRequest = {};
  private int fatalRequestsLeft;
  private boolean fatalForAll;
  private boolean swallowing;
  private boolean hanging;
  private boolean closed;

  private FaultProxy(String host, int targetPort) throws IOException {
    this.host = host;
    this.targetPort = targetPort;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  /** A proxy to this address. */
  public static FaultProxy to(String host, int port) {
    try {
      return new FaultProxy(host, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A proxy to the server of a database. */
  public static FaultProxy to(TestDatabase database) {
    return to("127.0.0.1", database.port());
  }

  public int port() {
    return port;
  }

  /**
   * The URL of a database by way of this proxy. Its statements stay unprepared, so that their text,
   * {@code COMMIT} for one, is on the wire each time.
   */
  public String jdbcUrl(TestDatabase database) {
    String url = database.jdbcUrl().replace("127.0.0.1:" + database.port(), "127.0.0.1:" + port);
    return url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0";
  }

  /** How many connections were accepted so far. */
  public int connections() {
    return accepted.get();
  }

  /** How many answers were swallowed so far. */
  public int swallowedAnswers() {
    return swallowed.get();
  }

  /** New connections are refused; those that exist go on. Nobody else is given the port. */
  public void refuse() {
    SocketWork.end(listener);
    try {
      accepting.join();
      reserved = new Socket();
      reserved.setReuseAddress(true);
      reserved.bind(address(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Cuts all present connections at once. */
  public void cut() {
    sockets.forEach(SocketWork::end);
  }

  /** Forwards this many more bytes from clients, then cuts each connection that brings more. */
  public void cutAfterClientBytes(long bytes) {
    set(() -> clientBytesLeft = bytes);
  }

  /** Forwards this many more bytes from the server, then cuts each connection that brings more. */
  public void cutAfterServerBytes(long bytes) {
    set(() -> serverBytesLeft = bytes);
  }

  /** Requests still arrive; every answer is thrown away and its connection is cut. */
  public void swallowAnswers() {
    set(() -> swallowing = true);
  }

  /**
   * Forwards the next requests that contain this text, {@code COMMIT} for one, then throws the
   * answer away and cuts that connection. What comes after so many of them is spared.
   */
  public void swallowAnswersTo(String request, int times) {
    set(
        () -> {
          fatalRequest = request.getBytes(StandardCharsets.US_ASCII);
          fatalRequestsLeft = times;
          fatalForAll = false;
        });
  }

  /**
   * Forwards all until a request contains this text, and that one; its answer and all after it, on
   * any connection, are thrown away as in {@link #swallowAnswers}.
   */
  public void swallowAnswersFrom(String request) {
    set(
        () -> {
          fatalRequest = request.getBytes(StandardCharsets.US_ASCII);
          fatalRequestsLeft = 1;
          fatalForAll = true;
        });
  }

  /** Nothing is forwarded any more, in either direction; connections stay open and new ones too. */
  public void hang() {
    set(() -> hanging = true);
  }

  /** Forgets all faults. What hung goes on; what was cut stays cut. */
  public void heal() {
    set(
        () -> {
          clientBytesLeft = NEVER;
          serverBytesLeft = NEVER;
          fatalRequestsLeft = 0;
          swallowing = false;
          hanging = false;
        });
    synchronized (change) {
      if (listener.isClosed() && !closed) {
        SocketWork.end(reserved);
        try {
          listener = listen(port);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public void close() {
    set(
        () -> {
          closed = true;
          SocketWork.end(listener);
          SocketWork.end(reserved);
        });
    cut();
  }

  private ServerSocket listen(int onPort) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(address(onPort));
    accepting = start(() -> accept(socket));
    return socket;
  }

  private static InetSocketAddress address(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
  }

  private void accept(ServerSocket from) throws IOException {
    while (true) {
      Socket client = from.accept();
      if (from.isClosed()) {
        SocketWork.end(client);
        return;
      }
      accepted.incrementAndGet();
      sockets.add(client);
      start(() -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException, InterruptedException {
    try {
      Socket server = new Socket(host, targetPort);
      sockets.add(server);
      AtomicBoolean doomed = new AtomicBoolean();
      start(() -> pump(server, client, (bytes, count) -> allowedFromServer(count, doomed)));
      pump(client, server, (bytes, count) -> allowedFromClient(bytes, count, doomed));
    } finally {
      end(client);
    }
  }

  private void pump(Socket from, Socket to, Gate gate) throws IOException, InterruptedException {
    byte[] buffer = new byte[1 << 14];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        int allowed = gate.allowed(buffer, count);
        out.write(buffer, 0, allowed);
        if (allowed < count) {
          return;
        }
      }
    } finally {
      end(from);
      end(to);
    }
  }

  private int allowedFromClient(byte[] buffer, int count, AtomicBoolean doomed)
      throws InterruptedException {
    synchronized (change) {
      awaitHealing();
      int allowed = (int) Math.min(count, clientBytesLeft);
      clientBytesLeft -= clientBytesLeft == NEVER ? 0 : allowed;
      if (fatalRequestsLeft > 0 && contains(buffer, allowed, fatalRequest)) {
        fatalRequestsLeft--;
        doomed.set(true);
        swallowing |= fatalForAll;
      }
      return allowed;
    }
  }

  private int allowedFromServer(int count, AtomicBoolean doomed) throws InterruptedException {
    synchronized (change) {
      awaitHealing();
      if (swallowing || doomed.get()) {
        swallowed.incrementAndGet();
        return 0;
      }
      int allowed = (int) Math.min(count, serverBytesLeft);
      serverBytesLeft -= serverBytesLeft == NEVER ? 0 : allowed;
      return allowed;
    }
  }

  private void awaitHealing() throws InterruptedException {
    while (hanging && !closed) {
      change.wait();
    }
  }

  private void set(Runnable faults) {
    synchronized (change) {
      faults.run();
      change.notifyAll();
    }
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    SocketWork.end(socket);
  }

  private static boolean contains(byte[] buffer, int length, byte[] wanted) {
    for (int at = 0; at + wanted.length <= length; at++) {
      if (Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private static Thread start(SocketWork work) {
    return SocketWork.start("fault-proxy", work);
  }

  private interface Gate {
    int allowed(byte[] buffer, int count) throws InterruptedException;
  }
}
