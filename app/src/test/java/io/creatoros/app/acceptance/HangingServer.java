package io.creatoros.app.acceptance;

import io.creatoros.postgres.testkit.SocketWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that accepts every connection and never says a word. */
final class HangingServer implements AutoCloseable {

  private final ServerSocket listener;
  private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  HangingServer() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SocketWork.start("hanging-server", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many connections were accepted so far. */
  int connections() {
    return connections.get();
  }

  private void accept() throws IOException {
    try {
      while (true) {
        accepted.add(listener.accept());
        connections.incrementAndGet();
      }
    } finally {
      accepted.forEach(SocketWork::end);
    }
  }

  @Override
  public void close() {
    SocketWork.end(listener);
    accepted.forEach(SocketWork::end);
  }
}
