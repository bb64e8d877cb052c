package io.creatoros.postgrest.testkit;

import java.nio.file.Path;

/** The versions that are installed, side by side. */
public enum PostgrestVersion {
  V12("12.0.2", "postgrest12", "0af68afe747ce09964f29e7c872e77b038aec483a8f3923c20850e850447add5"),
  V11("11.2.2", "postgrest11", "9e09890c0089c150f8d9575811d9a754872fbad2922ee2f8819ebe02e774d2d3");

  private final String number;
  private final String folder;
  private final String sha256;

  PostgrestVersion(String number, String folder, String sha256) {
    this.number = number;
    this.folder = folder;
    this.sha256 = sha256;
  }

  /** As the server tells it: {@code 12.0.2}. */
  public String number() {
    return number;
  }

  /** The SHA-256 of its program, in hex: the package's publisher does not sign it. */
  String sha256() {
    return sha256;
  }

  Path program(Path nodeModules) {
    return nodeModules.resolve(folder).resolve("postgrest");
  }
}
