package io.creatoros.app.embedding;

import static io.creatoros.postgrest.testkit.Fault.html;
import static io.creatoros.postgrest.testkit.Fault.json;
import static io.creatoros.postgrest.testkit.Fault.tooMany;

import io.creatoros.postgrest.testkit.Fault.Break;
import io.creatoros.postgrest.testkit.Gateway;

/** What can be wrong with an HTTP API only. */
enum HttpFault implements Fault {
  POSTGREST_STOPPED("PostgREST is stopped, and what stands before it is not (502)") {
    @Override
    void strike(ShakyPostgrest server) {
      server.stop();
    }

    @Override
    void mend(ShakyPostgrest server) {
      server.restart();
    }
  },
  DATABASE_STOPPED("the database is stopped, and PostgREST is not (503)") {
    @Override
    void strike(ShakyPostgrest server) {
      server.stopDatabase();
    }

    @Override
    void mend(ShakyPostgrest server) {
      server.restartDatabase();
    }
  },
  CONNECTIONS_TAKEN("others take all connections that PostgREST has (504)") {
    @Override
    void strike(ShakyPostgrest server) {
      server.takeConnections();
    }

    @Override
    void mend(ShakyPostgrest server) {
      server.release();
    }
  },
  UNKNOWN_ERROR("the network before the API answers with a page of its own (520)") {
    @Override
    void strike(Gateway gateway) {
      gateway.always("", html(520));
    }
  },
  GATEWAY_TIMEOUT("the API gives up waiting (544)") {
    @Override
    void strike(Gateway gateway) {
      gateway.always("", json(544, "{\"message\":\"Request timed out\"}"));
    }
  },
  TOO_MANY_ONCE("too many requests, to be tried again after a second (429)") {
    @Override
    void strike(Gateway gateway) {
      gateway.next("", tooMany(1));
    }
  },
  TOO_MANY("too many requests, to be tried again after more than the budget (429)") {
    @Override
    void strike(Gateway gateway) {
      gateway.always("", tooMany(60));
    }
  },
  PAUSED("the project is paused (540)") {
    @Override
    void strike(Gateway gateway) {
      gateway.always("", json(540, "{\"message\":\"Project paused\"}"));
    }
  },
  RESTRICTED("the project is over the limits of its plan (402)") {
    @Override
    void strike(Gateway gateway) {
      gateway.always("", json(402, "{\"message\":\"Services restricted\"}"));
    }
  },
  TOKEN_EXPIRED("the user's token has expired") {
    @Override
    void strike(ShakyPostgrest server, Gateway gateway) {
      gateway.always("", server.expired());
    }
  },
  TRUNCATED_ONCE("the answer to a commit broke off once") {
    @Override
    void strike(Gateway gateway) {
      gateway.next("/creatoros_commit", Break.TRUNCATED);
    }
  },
  TRUNCATED("every answer breaks off in the middle") {
    @Override
    void strike(Gateway gateway) {
      gateway.always("", Break.TRUNCATED);
    }
  },
  SEEN_LATE("PostgREST sees the functions of a migration a moment later") {
    @Override
    public void beforeOpening(Way way) {
      ((HttpWay) way).gateway().next("/creatoros_open", json(404, NOT_SEEN));
    }
  },
  NEVER_SEEN("PostgREST does not see the functions of a migration, met after opening") {
    @Override
    void strike(ShakyPostgrest server) {
      server.forgetFunctions();
    }

    @Override
    void mend(ShakyPostgrest server) {
      server.tellOfFunctions();
    }
  };

  private static final String NOT_SEEN =
      "{\"code\":\"PGRST202\",\"message\":\"Could not find the function in the schema cache\"}";

  private final String words;

  HttpFault(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public void strike(ShakyServer server) {
    strike((ShakyPostgrest) server);
  }

  @Override
  public void strike(ShakyServer server, Program program) {
    strike((ShakyPostgrest) server, ((HttpWay) program.way()).gateway());
  }

  @Override
  public void mend(ShakyServer server) {
    mend((ShakyPostgrest) server);
  }

  void strike(ShakyPostgrest server) {}

  void strike(ShakyPostgrest server, Gateway gateway) {
    strike(gateway);
  }

  void strike(Gateway gateway) {}

  void mend(ShakyPostgrest server) {}
}
