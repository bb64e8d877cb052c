package io.creatoros.app.embedding;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.postgres.testkit.Await;
import java.nio.file.Path;

/** What can be wrong with a mirror, whichever way programs reach it. */
enum SharedFault implements Fault {
  WRONG_CREDENTIALS("wrong user, password or key") {
    @Override
    public void prepare(ShakyServer server, Program program) {}

    @Override
    public void beforeOpening(ShakyServer server) {
      server.refuseCredentials();
    }

    @Override
    public void mend(ShakyServer server) {
      server.acceptCredentials();
    }
  },
  CREDENTIALS_REVOKED("the password or key was changed, and connections have ended since") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return Fault.impatient(usual);
    }

    @Override
    public void strike(ShakyServer server) {
      server.refuseCredentials();
    }

    @Override
    public void mend(ShakyServer server) {
      server.acceptCredentials();
    }
  },
  TABLE_MISSING("a table is missing") {
    @Override
    public void strike(ShakyServer server) {
      server.run("alter table creatoros.files rename to files_before");
    }

    @Override
    public void mend(ShakyServer server) {
      server.run("alter table creatoros.files_before rename to files");
    }
  },
  TYPED_TABLE_MISSING("a table of typed rows is missing") {
    @Override
    public void strike(ShakyServer server) {
      server.run("alter table public.content_pieces rename to pieces_before");
    }

    @Override
    public void mend(ShakyServer server) {
      server.run("alter table public.pieces_before rename to content_pieces");
    }
  },
  SCHEMA_OLDER("the schema is older than needed, and was met after opening") {
    @Override
    public void prepare(ShakyServer server, Program program) {}

    @Override
    public void beforeOpening(Way way) {
      way.proxy().refuse();
    }

    @Override
    public void beforeOpening(ShakyServer server) {
      server.run(
          """
          create table public.applied as select * from creatoros.schema_version;
          delete from creatoros.schema_version
            where version = (select max(version) from creatoros.schema_version)
          """);
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().heal();
    }

    @Override
    public void mend(ShakyServer server) {
      server.run(
          """
          insert into creatoros.schema_version select * from public.applied on conflict do nothing;
          drop table public.applied
          """);
    }
  },
  SCHEMA_NEWER("the schema is newer than known, and was met after opening") {
    @Override
    public void prepare(ShakyServer server, Program program) {}

    @Override
    public void beforeOpening(Way way) {
      way.proxy().refuse();
    }

    @Override
    public void beforeOpening(ShakyServer server) {
      server.run("insert into creatoros.schema_version (version) values ('99990101000000')");
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().heal();
    }

    @Override
    public void mend(ShakyServer server) {
      server.run("delete from creatoros.schema_version where version = '99990101000000'");
    }
  },
  MAY_ONLY_READ("the user may only read") {
    @Override
    public void strike(ShakyServer server) {
      server.allowReadingOnly();
    }

    @Override
    public void mend(ShakyServer server) {
      server.allowWriting();
    }
  },
  DISMISSED("the user is no member of the project any more") {
    @Override
    public void strike(ShakyServer server) {
      server.dismissMembers();
    }

    @Override
    public void mend(ShakyServer server) {
      server.readmitMembers();
    }
  },
  SERVER_READ_ONLY("the server takes no writes, such as a replica") {
    @Override
    public void strike(ShakyServer server) {
      server.takeNoWrites();
    }

    @Override
    public void mend(ShakyServer server) {
      server.takeWrites();
    }
  },
  DISK_FULL("the server's disk is full") {
    @Override
    public void strike(ShakyServer server) {
      server.run(
          """
          create function public.no_space() returns trigger language plpgsql as $$
          begin
            raise disk_full using message = 'could not extend file: No space left on device';
          end
          $$;
          create trigger no_space before insert on creatoros.contents
          for each statement execute function public.no_space()
          """);
    }

    @Override
    public void mend(ShakyServer server) {
      server.run("drop function public.no_space cascade");
    }
  },
  STATEMENT_TIMEOUT("somebody holds the course's row, and the server limits statements") {
    @Override
    public void strike(ShakyServer server) {
      server.holdCourses();
      server.limit("statement_timeout", "300ms");
    }

    @Override
    public void mend(ShakyServer server) {
      server.release();
      server.unlimit("statement_timeout");
    }
  },
  LOCK_TIMEOUT("somebody holds the course's row, and the server limits waiting for it") {
    @Override
    public void strike(ShakyServer server) {
      server.holdCourses();
      server.limit("lock_timeout", "200ms");
    }

    @Override
    public void mend(ShakyServer server) {
      server.release();
      server.unlimit("lock_timeout");
    }
  },
  ROW_HELD("somebody holds the course's row, and nothing limits statements") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-budget", SHORT);
    }

    @Override
    public void strike(ShakyServer server) {
      server.holdCourses();
    }

    @Override
    public void mend(ShakyServer server) {
      server.release();
    }
  },
  SERVER_ABSENT("the server is stopped, from the start") {
    @Override
    public void prepare(ShakyServer server, Program program) {}

    @Override
    public void beforeOpening(Way way) {
      way.proxy().refuse();
    }
  },
  SERVER_STOPPED("the server was stopped") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return Fault.impatient(usual);
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().refuse();
      program.way().proxy().cut();
    }
  },
  SERVER_HANGS("the server accepts connections and says nothing") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-budget", SHORT);
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().hang();
    }
  },
  SUSPENDED("three writes in a row failed") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-budget", SHORT);
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().hang();
      for (String course : new String[] {"tea", "mate", "cocoa"}) {
        program.callFor(course, "# One\n");
      }
    }
  },
  CUT_EVERY_TIME("every connection breaks in the middle") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return Fault.impatient(usual);
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().cutAfterClientBytes(200);
    }
  },
  CUT_ONCE("the connection broke once") {
    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().cut();
    }
  },
  ANSWER_LOST("the connection broke once, after the commit and before its answer") {
    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().swallowAnswersTo(program.way().commit(), 1);
    }
  },
  ANSWERS_LOST("the server is gone after the commit and before its answer") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return Fault.impatient(usual);
    }

    @Override
    public void strike(ShakyServer server, Program program) {
      program.way().proxy().swallowAnswersFrom(program.way().commit());
    }
  },
  QUEUE_FULL("more waits to be written behind than may") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.set("write-behind", "on").set("write-behind-queue", "1");
    }

    @Override
    public void strike(ShakyServer server) {
      server.holdCourses();
    }

    /** One is being sent, one waits. */
    @Override
    public void strike(ShakyServer server, Program program) {
      synchronized (server) {
        int before = server.blocked();
        program.callFor("tea", "# One\n");
        Await.until("it waits for the course's row", () -> server.blocked() > before);
      }
      MirrorOutcome waiting = program.callFor("tea", "# Two\n");
      if (!(waiting instanceof MirrorOutcome.Pending)) {
        throw new AssertionError(waiting);
      }
    }

    @Override
    public void mend(ShakyServer server) {
      server.release();
    }
  },
  ROW_REFUSED("the schema does not take a typed row") {
    @Override
    public SyncOptions sync() {
      return SyncOptions.PLAIN.recomputing();
    }

    @Override
    public void strike(ShakyServer server) {
      for (String table : TYPED) {
        server.run(
            "alter table public." + table + " add constraint no_more check (false) not valid");
      }
    }

    @Override
    public void mend(ShakyServer server) {
      for (String table : TYPED) {
        server.run("alter table public." + table + " drop constraint no_more");
      }
    }
  },
  FIRST_CONTACT("the mirror has the course from another workspace") {
    @Override
    public SyncOptions sync() {
      return SyncOptions.PLAIN.joining();
    }

    @Override
    public void prepare(ShakyServer server, Program program) {
      Path elsewhere = program.workspace().resolveSibling("elsewhere").resolve(program.project());
      try (Program other = new Program(elsewhere, server.way(program.project()), usual -> usual)) {
        other.sync();
      }
    }
  },
  NO_MIRROR("`mirror: none`") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.mirror("none");
    }

    @Override
    public void prepare(ShakyServer server, Program program) {}
  },
  SWITCHED_OFF("`db-persist: off`") {
    @Override
    public CreatorOs.Builder settings(CreatorOs.Builder usual) {
      return usual.persisting(false);
    }
  };

  private static final String SHORT = "300ms";
  private static final String[] TYPED = {
    "content_pieces", "course_metadata", "course_lessons", "market_research"
  };

  private final String words;

  SharedFault(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
