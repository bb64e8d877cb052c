package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.postgres.testkit.FaultProxy;
import java.nio.file.Path;

/** What can be wrong with a mirror. The words are those of the table in docs/embedding.md. */
enum Fault {
  WRONG_PASSWORD("wrong user or password") {
    @Override
    void prepare(ShakyServer server, Program program) {}

    @Override
    void beforeOpening(ShakyServer server) {
      server.changePassword();
    }

    @Override
    void mend(ShakyServer server) {
      server.restorePassword();
    }
  },
  PASSWORD_CHANGED("the password was changed, and connections have ended since") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return impatient(usual);
    }

    @Override
    void strike(ShakyServer server) {
      server.changePassword();
      server.disconnect();
    }

    @Override
    void mend(ShakyServer server) {
      server.restorePassword();
    }
  },
  TABLE_MISSING("a table is missing") {
    @Override
    void strike(ShakyServer server) {
      server.run("alter table creatoros.files rename to files_before");
    }

    @Override
    void mend(ShakyServer server) {
      server.run("alter table creatoros.files_before rename to files");
    }
  },
  TYPED_TABLE_MISSING("a table of typed rows is missing") {
    @Override
    void strike(ShakyServer server) {
      server.run("alter table public.content_pieces rename to pieces_before");
    }

    @Override
    void mend(ShakyServer server) {
      server.run("alter table public.pieces_before rename to content_pieces");
    }
  },
  SCHEMA_OLDER("the schema is older than needed, and was met after opening") {
    @Override
    void prepare(ShakyServer server, Program program) {}

    @Override
    void beforeOpening(FaultProxy proxy) {
      proxy.refuse();
    }

    @Override
    void beforeOpening(ShakyServer server) {
      server.run(
          """
          create table public.applied as select * from creatoros.schema_version;
          delete from creatoros.schema_version
            where version = (select max(version) from creatoros.schema_version)
          """);
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().heal();
    }

    @Override
    void mend(ShakyServer server) {
      server.run(
          """
          insert into creatoros.schema_version select * from public.applied on conflict do nothing;
          drop table public.applied
          """);
    }
  },
  SCHEMA_NEWER("the schema is newer than known, and was met after opening") {
    @Override
    void prepare(ShakyServer server, Program program) {}

    @Override
    void beforeOpening(FaultProxy proxy) {
      proxy.refuse();
    }

    @Override
    void beforeOpening(ShakyServer server) {
      server.run("insert into creatoros.schema_version (version) values ('99990101000000')");
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().heal();
    }

    @Override
    void mend(ShakyServer server) {
      server.run("delete from creatoros.schema_version where version = '99990101000000'");
    }
  },
  MAY_ONLY_READ("the user may only read") {
    @Override
    void strike(ShakyServer server) {
      server.run("alter role $user nosuperuser bypassrls");
    }

    @Override
    void mend(ShakyServer server) {
      server.run("alter role $user superuser");
    }
  },
  SERVER_READ_ONLY("the server takes no writes, such as a replica") {
    @Override
    void strike(ShakyServer server) {
      server.run("alter role $user set default_transaction_read_only = on");
      server.disconnect();
    }

    @Override
    void mend(ShakyServer server) {
      server.run("alter role $user reset default_transaction_read_only");
      server.disconnect();
    }
  },
  STATEMENT_TIMEOUT("somebody holds the course's row, and the server limits statements") {
    @Override
    void strike(ShakyServer server) {
      server.holdCourses();
      server.run("alter role $user set statement_timeout = '300ms'");
      server.disconnect();
    }

    @Override
    void mend(ShakyServer server) {
      server.releaseCourses();
      server.run("alter role $user reset statement_timeout");
      server.disconnect();
    }
  },
  LOCK_TIMEOUT("somebody holds the course's row, and the server limits waiting for it") {
    @Override
    void strike(ShakyServer server) {
      server.holdCourses();
      server.run("alter role $user set lock_timeout = '200ms'");
      server.disconnect();
    }

    @Override
    void mend(ShakyServer server) {
      server.releaseCourses();
      server.run("alter role $user reset lock_timeout");
      server.disconnect();
    }
  },
  ROW_HELD("somebody holds the course's row, and nothing limits statements") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-budget", SHORT);
    }

    @Override
    void strike(ShakyServer server) {
      server.holdCourses();
    }

    @Override
    void mend(ShakyServer server) {
      server.releaseCourses();
    }
  },
  SERVER_ABSENT("the server is stopped, from the start") {
    @Override
    void prepare(ShakyServer server, Program program) {}

    @Override
    void beforeOpening(FaultProxy proxy) {
      proxy.refuse();
    }
  },
  SERVER_STOPPED("the server was stopped") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return impatient(usual);
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().refuse();
      program.proxy().cut();
    }
  },
  SERVER_HANGS("the server accepts connections and says nothing") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-budget", SHORT);
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().hang();
    }
  },
  SUSPENDED("three writes in a row failed") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-budget", SHORT);
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().hang();
      for (String course : new String[] {"tea", "mate", "cocoa"}) {
        program.callFor(course, "# One\n");
      }
    }
  },
  CUT_EVERY_TIME("every connection breaks in the middle") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return impatient(usual);
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().cutAfterClientBytes(200);
    }
  },
  CUT_ONCE("the connection broke once") {
    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().cut();
    }
  },
  ANSWER_LOST("the connection broke once, after the commit and before its answer") {
    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().swallowAnswersTo(COMMIT, 1);
    }
  },
  ANSWERS_LOST("the server is gone after the commit and before its answer") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return impatient(usual);
    }

    @Override
    void strike(ShakyServer server, Program program) {
      program.proxy().swallowAnswersFrom(COMMIT);
    }
  },
  QUEUE_FULL("more waits to be written behind than may") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-behind", "on").set("write-behind-queue", "1");
    }

    @Override
    void strike(ShakyServer server) {
      server.holdCourses();
    }

    /** One is being sent, one waits. */
    @Override
    void strike(ShakyServer server, Program program) {
      synchronized (server) {
        int before = server.blocked();
        program.callFor("tea", "# One\n");
        while (server.blocked() == before) {
          Thread.onSpinWait();
        }
      }
      MirrorOutcome waiting = program.callFor("tea", "# Two\n");
      if (!(waiting instanceof MirrorOutcome.Pending)) {
        throw new AssertionError(waiting);
      }
    }

    @Override
    void mend(ShakyServer server) {
      server.releaseCourses();
    }
  },
  ROW_REFUSED("the schema does not take a typed row") {
    @Override
    SyncOptions sync() {
      return SyncOptions.PLAIN.recomputing();
    }

    @Override
    void strike(ShakyServer server) {
      for (String table : TYPED) {
        server.run(
            "alter table public." + table + " add constraint no_more check (false) not valid");
      }
    }

    @Override
    void mend(ShakyServer server) {
      for (String table : TYPED) {
        server.run("alter table public." + table + " drop constraint no_more");
      }
    }
  },
  FIRST_CONTACT("the mirror has the course from another workspace") {
    @Override
    SyncOptions sync() {
      return SyncOptions.PLAIN.joining();
    }

    @Override
    void prepare(ShakyServer server, Program program) {
      Path elsewhere = program.workspace().resolveSibling("elsewhere").resolve(program.project());
      FaultProxy proxy = server.proxy();
      try (Program other = new Program(elsewhere, server.url(proxy), proxy, usual -> usual)) {
        other.sync();
      }
    }
  },
  NO_MIRROR("`mirror: none`") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.mirror("none");
    }

    @Override
    void prepare(ShakyServer server, Program program) {}
  },
  SWITCHED_OFF("`db-persist: off`") {
    @Override
    CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.persisting(false);
    }
  };

  private static final String SHORT = "300ms";
  private static final String COMMIT = "creatoros.commit";
  private static final String[] TYPED = {
    "content_pieces", "course_metadata", "course_lessons", "market_research"
  };

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** How the documentation calls it. */
  String words() {
    return words;
  }

  /** What programs have to be told for it to show. */
  CreatorOs.Builder settings(CreatorOs.Builder usual) {
    return usual;
  }

  /** What is wrong with the server before any program is opened. */
  void beforeOpening(ShakyServer server) {}

  /** What is wrong with the way there before a program is opened. */
  void beforeOpening(FaultProxy proxy) {}

  /** What a program did before: its courses were sent, unless the mirror was never there. */
  void prepare(ShakyServer server, Program program) {
    program.sync();
  }

  /** What happens to the server once all programs are open. */
  void strike(ShakyServer server) {}

  /** What happens to a program before it writes. */
  void strike(ShakyServer server, Program program) {}

  /** The one sync that makes good for it. */
  SyncOptions sync() {
    return SyncOptions.PLAIN;
  }

  /** Makes good what was done to the server; programs have their way there again already. */
  void mend(ShakyServer server) {}

  private static CreatorOs.Builder impatient(CreatorOs.Builder usual) {
    return usual.set("database.connect-timeout", "500ms");
  }
}
