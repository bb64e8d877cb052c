package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.sync.SyncOptions;

/** What can be wrong with a mirror. The words are those of the tables in docs/embedding.md. */
interface Fault {

  /** How the documentation calls it. */
  String words();

  /** What programs have to be told for it to show. */
  default CreatorOs.Builder settings(CreatorOs.Builder usual) {
    return usual;
  }

  /** What is wrong with the server before any program is opened. */
  default void beforeOpening(ShakyServer server) {}

  /** What is wrong with the way there before a program is opened. */
  default void beforeOpening(Way way) {}

  /** What a program did before: its courses were sent, unless the mirror was never there. */
  default void prepare(ShakyServer server, Program program) {
    program.sync();
  }

  /** What happens to the server once all programs are open. */
  default void strike(ShakyServer server) {}

  /** What happens to a program before it writes. */
  default void strike(ShakyServer server, Program program) {}

  /** The one sync that makes good for it. */
  default SyncOptions sync() {
    return SyncOptions.PLAIN;
  }

  /** Makes good what was done to the server; programs have their way there again already. */
  default void mend(ShakyServer server) {}

  /** For faults that are not waited for any longer than it takes to see them. */
  static CreatorOs.Builder impatient(CreatorOs.Builder usual) {
    return usual.set("database.connect-timeout", "2s");
  }
}
