package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.migrations.Migrations;
import io.creatoros.postgres.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of the HTTP API that tell who the caller is, and who is a member. */
final class HttpApiMembersTest {
  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "editor", "viewer"})
  void openShouldTellWhatAMemberIs(String role) {
    JsonNode answer = HttpCaller.member(database, role).call("open");

    assertThat(answer.path("role").asText()).isEqualTo(role);
    assertThat(answer.path("version").asText()).isEqualTo(Migrations.expected());
    assertThat(answer.path("identity").asText())
        .isEqualTo(hand.query(String.class, "select identity from creatoros.mirror").get(0));
  }

  @Test
  void openShouldTellWhoIsNoMember() {
    assertThat(role(HttpCaller.stranger(database))).isEqualTo("none");
    HttpCaller.member(database, "owner");
    assertThat(role(HttpCaller.stranger(database))).isEqualTo("none");
    assertThat(role(HttpCaller.administrator(database))).isEqualTo("administrator");
  }

  @Test
  void membersShouldBeAddedChangedAndRemovedByAnOwner() {
    HttpCaller owner = HttpCaller.member(database, "owner");
    UUID other = UUID.randomUUID();

    assertThat(set(owner, other, "editor")).isEqualTo("set");
    assertThat(set(owner, other, "viewer")).isEqualTo("set");
    assertThat(set(owner, other, "viewer")).isEqualTo("set");
    JsonNode members = owner.call("members");
    assertThat(texts(members, "user")).containsExactly(owner.user().toString(), other.toString());
    assertThat(texts(members, "role")).containsExactly("owner", "viewer");
    assertThat(members.at("/0/database_role").isNull()).isTrue();
    assertThat(members.at("/0/added_at").asText()).isNotEmpty();
    assertThat(set(owner, other, null)).isEqualTo("removed");
    assertThat(set(owner, other, null)).isEqualTo("absent");
  }

  @Test
  void membersShouldBeNamedByTheirDatabaseRoleToo() {
    HttpCaller owner = HttpCaller.member(database, "owner");

    String status =
        owner
            .call(
                "member", "p_user", null, "p_database_role", "creatoros_writer", "p_role", "editor")
            .path("status")
            .asText();

    assertThat(status).isEqualTo("set");
    assertThat(owner.call("members").at("/1/database_role").asText()).isEqualTo("creatoros_writer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"editor", "viewer"})
  void membersShouldOnlyBeDecidedOnByOwners(String role) {
    HttpCaller member = HttpCaller.member(database, role);

    assertThatThrownBy(() -> set(member, UUID.randomUUID(), "viewer"))
        .hasMessageContaining("you may not decide who is a member of project \"default\"");
    assertThat(member.call("members")).hasSize(1);
  }

  @Test
  void membersShouldBeHiddenFromOthers() {
    HttpCaller.member(database, "owner");

    assertThat(HttpCaller.stranger(database).call("members")).isEmpty();
  }

  private static String role(HttpCaller caller) {
    return caller.call("open").path("role").asText();
  }

  private static String set(HttpCaller caller, UUID user, @Nullable String role) {
    return caller
        .call("member", "p_user", user, "p_database_role", null, "p_role", role)
        .path("status")
        .asText();
  }

  private static List<String> texts(JsonNode array, String column) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(row -> row.path(column).asText())
        .toList();
  }
}
