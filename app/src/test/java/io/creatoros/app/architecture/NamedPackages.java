package io.creatoros.app.architecture;

import java.util.List;

/** The packages that rules name, below a root of their own. */
final class NamedPackages {

  /** Packages of core that hold domain records and ports. */
  static final List<String> PORTS =
      List.of(
          "core.course",
          "core.compare",
          "core.members",
          "core.query",
          "core.storage",
          "core.adapter");

  /** Packages of core that keep writers quick when a mirror is not. */
  static final List<String> RESILIENT = List.of("core.dualwrite", "core.resilience");

  static final List<String> ADAPTERS = List.of("filesystem", "postgres", "postgrest");

  /** Every package that a rule names and that has to hold classes for the rule to mean anything. */
  static final List<String> INHABITED =
      List.of(
          "core.course",
          "core.compare",
          "core.storage",
          "core.query",
          "core.members",
          "core.wire",
          "core.text",
          "core.finding",
          "core.reading",
          "core.brief",
          "core.curriculum",
          "core.lesson",
          "core.quality",
          "core.research",
          "core.assessment",
          "core.record",
          "core.projection",
          "core.adapter",
          "core.dualwrite",
          "core.resilience",
          "core.persist",
          "core.pull",
          "core.sync",
          "core.verify",
          "filesystem",
          "postgres",
          "postgres.embedded",
          "postgrest",
          "migrations",
          "app",
          "app.config",
          "app.session",
          "app.watch",
          "app.cli",
          "app.wiring");

  private final String root;

  NamedPackages(String root) {
    this.root = root;
  }

  /** The pattern of a package and all below it. */
  String in(String name) {
    return (name.isEmpty() ? root : only(name)) + "..";
  }

  /** The name itself, below the root. */
  String only(String name) {
    return root + "." + name;
  }

  String[] ports() {
    return in(PORTS);
  }

  String[] resilient() {
    return in(RESILIENT);
  }

  String[] adapters() {
    return in(ADAPTERS);
  }

  private String[] in(List<String> names) {
    return names.stream().map(this::in).toArray(String[]::new);
  }
}
