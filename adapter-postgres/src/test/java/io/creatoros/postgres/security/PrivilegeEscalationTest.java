package io.creatoros.postgres.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways to more than one has. Each is tried, and leads nowhere. */
final class PrivilegeEscalationTest {
  private static Session session;
  private static Map<Actor, Session> logins;
  private static String theirs;
  private static String theirCourse;

  @BeforeAll
  static void open() throws SQLException {
    session = Session.open(Teams.database());
    logins = Teams.logins();
    theirs = "'" + Teams.projectId(session, Teams.Project.THEIRS) + "'";
    theirCourse = Teams.courseId(session, Teams.Project.THEIRS);
  }

  @AfterAll
  static void close() {
    logins.values().forEach(Session::close);
    session.close();
  }

  @Test
  void editorShouldNotBecomeOwner() {
    assertThat(
            done(
                Actor.EDITOR,
                "update public.content_project_members set role = 'owner' where user_id = '"
                    + Teams.EDITOR
                    + "'"))
        .isEqualTo(Outcome.NOTHING);
    assertThat(
            done(
                Actor.EDITOR,
                "select creatoros.set_member('ours', '" + Teams.EDITOR + "', null, 'owner')"))
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            done(
                Actor.LOGIN_EDITOR,
                "insert into public.content_project_members (project_id, database_role, role)"
                    + " select id, 'team_outsider', 'owner' from public.content_projects"))
        .isEqualTo(Outcome.REFUSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "project_id = THEIRS",
        "user_id = '11111111-0000-4000-8000-000000000004'",
        "database_role = 'team_outsider'"
      })
  void membershipsShouldOnlyChangeTheirRole(String set) {
    assertThat(done(Actor.OWNER, "update public.content_project_members set " + named(set)))
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void ownerShouldNotMakeMembersOfAnotherProject() {
    assertThat(
            done(
                Actor.OWNER,
                named(
                    "insert into public.content_project_members (project_id, user_id, role)"
                        + " values (THEIRS, '11111111-0000-4000-8000-000000000001', 'owner')")))
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            done(
                Actor.OWNER,
                "select creatoros.set_member('theirs', '" + Teams.OWNER + "', null, 'owner')"))
        .isEqualTo(Outcome.REFUSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Actor.class,
      names = {"OUTSIDER", "OWNER", "LOGIN_EDITOR"})
  void nobodyShouldTakeOverAProjectThatOnlyCoursesName(Actor actor) {
    assertThat(done(actor, "update public.content_projects set slug = 'unowned'"))
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            done(actor, "insert into public.content_projects (slug, name) values ('unowned', 'x')"))
        .isEqualTo(Outcome.REFUSED);
    assertThat(done(actor, "select creatoros.ensure_references('unowned', '{}')"))
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            done(
                actor,
                "select creatoros.set_member('unowned', '" + Teams.OWNER + "', null, 'owner')"))
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void slugShouldStayEvenWhenARightToChangeItWasGiven() {
    Outcome outcome =
        session.undone(
            () -> {
              session.execute("grant update on public.content_projects to authenticated");
              return done(Actor.OWNER, "update public.content_projects set slug = 'unowned'");
            });

    assertThat(outcome).isEqualTo(Outcome.REFUSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update public.minds set project_id = THEIRS where project_id is not null | REFUSED",
        "update public.minds set project_id = null where project_id is not null | REFUSED",
        "update public.minds set name = 'mine' where project_id is null | NOTHING",
        "delete from public.minds where project_id is null | NOTHING",
        "insert into public.minds (slug, name) values ('x', 'of everybody') | REFUSED",
        "insert into public.minds (project_id, slug, name) values (THEIRS, 'x', 'x') | REFUSED"
      })
  void personasShouldStayWhereTheyAre(String sql, Outcome outcome) {
    assertThat(done(Actor.EDITOR, named(sql))).isEqualTo(outcome);
    assertThat(done(Actor.OWNER, named(sql))).isEqualTo(outcome);
    assertThat(done(Actor.LOGIN_EDITOR, named(sql))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update creatoros.courses set project = 'theirs', path = 'neu'",
        "update creatoros.courses set project = 'unowned', path = 'neu'",
        "insert into creatoros.courses (project, path) values ('theirs', 'neu')",
        "update creatoros.contents set course_id = THEIR_COURSE",
        "update creatoros.files set course_id = THEIR_COURSE",
        "update creatoros.uploads set course_id = THEIR_COURSE",
        "update public.course_lessons set course_id = THEIR_COURSE, file_path = 'neu'",
        "update public.content_performance set course_id = THEIR_COURSE",
        "update public.content_pieces set project_id = THEIRS",
        "insert into public.content_performance (course_id, content_piece_id)"
            + " select THEIR_COURSE, id from public.content_pieces",
        "insert into creatoros.refused_rows (course_id, table_name, path, code, reason, revision)"
            + " values (THEIR_COURSE, 'course_lessons', 'y', '1', '1', 1)",
        "insert into creatoros.contents (course_id, sha256, part, bytes)"
            + " values (THEIR_COURSE, sha256('x'), 0, 'x')"
      })
  void rowsShouldNotBePutIntoAnotherProject(String sql) {
    assertThat(done(Actor.OWNER, named(sql))).isEqualTo(Outcome.REFUSED);
    assertThat(done(Actor.LOGIN_EDITOR, named(sql))).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void claimsShouldBeNothingToALogin() throws SQLException {
    Session login = logins.get(Actor.LOGIN_OUTSIDER);

    assertThat(
            login.tried(
                Actor.LOGIN_OUTSIDER, tried -> count(tried, "set local role authenticated")))
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            login.tried(
                Actor.LOGIN_OUTSIDER,
                tried -> count(tried, "select set_config('role', 'authenticated', true)")))
        .isEqualTo(Outcome.REFUSED);
    assertThat(
            login.tried(
                Actor.LOGIN_OUTSIDER,
                tried -> {
                  tried.execute("set local request.jwt.claim.sub = '" + Teams.OWNER + "'");
                  tried.execute("set local role creatoros_writer");
                  return count(tried, "select count(*) from public.course_lessons");
                }))
        .isEqualTo(Outcome.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select creatoros.commit('ours', 'curso', 0, 'x', '[]')",
        "select creatoros.commit('ours', 'curso', 1, 'x', '[]')",
        "select creatoros.commit('ours', 'novo', 0, 'x', '[]')",
        "select creatoros.move('ours', 'curso', 'novo')",
        "select creatoros.upload('ours', 'curso', array[sha256('x')], '{0}', array['x'::bytea])",
        "select creatoros.ensure_references('ours', '{\"x\": \"X\"}')"
      })
  void whoMayNotWriteShouldBeToldSoAndHowToGetThere(String sql) {
    assertThat(refusal(Actor.VIEWER, sql))
        .contains("you may not write to project \"ours\"")
        .contains("creatoros members add " + Teams.VIEWER + " --role editor");
    assertThat(refusal(Actor.OUTSIDER, sql))
        .contains("creatoros members add " + Teams.OUTSIDER + " --role editor");
    assertThat(refusal(Actor.WITHOUT_SUB, sql)).contains("creatoros members add USER");
    assertThat(refusal(Actor.LOGIN_VIEWER, sql))
        .contains("creatoros members add --database-role team_viewer --role editor");
  }

  @Test
  void conditionsShouldNotBeAskedOfRowsThatAreNotSeen() {
    String peek =
        "select count(*) from %s where 1 / (case when %s like 'canario%%' then 0 else 1 end) = 5";

    for (String sql :
        new String[] {
          peek.formatted("public.course_lessons", "content_markdown"),
          peek.formatted("public.lesson_statistics", "title"),
          peek.formatted("creatoros.courses", "origin"),
          peek.formatted("creatoros.foreign_edits", "new_row ->> 'title'")
        }) {
      assertThat(done(Actor.OUTSIDER, sql)).isEqualTo(Outcome.NOTHING);
      assertThat(done(Actor.LOGIN_OUTSIDER, sql)).isEqualTo(Outcome.NOTHING);
    }
  }

  @Test
  void editsShouldBeEnteredUnderTheNameOfWhoMadeThem() {
    assertThat(editor(Actor.EDITOR)).isEqualTo("authenticated " + Teams.EDITOR);
    assertThat(editor(Actor.LOGIN_EDITOR)).isEqualTo("team_editor");
    assertThat(editor(Actor.SERVICE)).isEqualTo("service_role");
  }

  @Test
  void rowsOfServiceShouldBeSeenByTheOwner() {
    String seen =
        session.undone(
            () -> {
              session.become(Actor.SERVICE);
              session.text(
                  "select creatoros.upload('ours', 'novo', array[sha256('x')], '{0}',"
                      + " array['x'::bytea])");
              session.text(
                  """
                  select creatoros.commit('ours', 'novo', 0, 'service', jsonb_build_array(
                    jsonb_build_object('path', 'a.md', 'name', 'a.md', 'size', 1, 'kind', 'lesson',
                      'sha256', encode(sha256('x'), 'hex'), 'stored', true)), null,
                    '{"version": 1, "personas": {}, "texts": {}, "rows": {"content_pieces":
                      [{"type": "course", "title": "Novo", "keywords": [], "status": "draft"}]}}')
                  """);
              session.comeBack();
              session.become(Actor.OWNER);
              return session.text(
                  """
                  select s.title || ' ' || f.path from public.course_statistics s
                  join creatoros.files f on f.course_id = s.course_id where s.course = 'novo'
                  """);
            });

    assertThat(seen).isEqualTo("Novo a.md");
  }

  private static String editor(Actor actor) {
    return session.undone(
        () -> {
          session.become(actor);
          session.execute("update public.course_lessons set title = 'x' where title like '%ours'");
          session.comeBack();
          return session.text(
              "select by_role from creatoros.foreign_edits order by id desc limit 1");
        });
  }

  private static String refusal(Actor actor, String sql) {
    return session.undone(
        () -> {
          session.become(actor);
          try {
            return "not refused: " + session.texts(sql);
          } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
          }
        });
  }

  private static Outcome done(Actor actor, String sql) {
    return session.tried(actor, tried -> count(tried, sql));
  }

  private static Outcome count(Session tried, String sql) throws SQLException {
    try {
      return tried.count(sql) == 0 ? Outcome.NOTHING : Outcome.DONE;
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState())) {
        return Outcome.REFUSED;
      }
      throw e;
    }
  }

  private static String named(String sql) {
    return sql.replace("THEIR_COURSE", theirCourse).replace("THEIRS", theirs);
  }
}
