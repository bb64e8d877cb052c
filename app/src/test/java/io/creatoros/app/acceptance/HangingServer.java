package io.creatoros.app.acceptance;

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
    Thread thread = new Thread(this::accept, "hanging-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many connections were accepted so far. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        accepted.add(listener.accept());
        connections.incrementAndGet();
      }
    } catch (IOException closed) {
      accepted.forEach(HangingServer::quietly);
    }
  }

  @Override
  public void close() {
    quietly(listener);
    accepted.forEach(HangingServer::quietly);
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }
}
