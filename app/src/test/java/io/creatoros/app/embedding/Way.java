package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.FaultProxy;

/** How one program reaches a server: by a way of its own, which can be broken. */
interface Way extends AutoCloseable {

  /** Where its connections can be broken. */
  FaultProxy proxy();

  /** What is on the wire when a commit is asked for. */
  String commit();

  /** The name of the mirror, as it is configured. */
  String mirror();

  /** Tells a program the way. */
  CreatorOs.Builder lead(CreatorOs.Builder program);

  /** Tells a command the way. */
  Machine lead(Machine machine);

  /** Forgets all faults. */
  default void heal() {
    proxy().heal();
  }

  @Override
  default void close() {
    proxy().close();
  }
}
