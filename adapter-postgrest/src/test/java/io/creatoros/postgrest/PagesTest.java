package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.wire.WireJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PagesTest {
  private final Pages pages =
      new Pages("read it", "head", "files", new HttpErrors("h", new Secrets(List.of())));
  private final Deque<JsonNode> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void pagesShouldFollowThePathThatThePageBeforeEndsWith() {
    answer("{'head':1,'files':[{'path':'a'},{'path':'é'},{'path':'b'}],'more':true}");
    answer("{'head':1,'files':[{'path':'ü'}],'more':false}");

    assertThat(pages.all(this::fetch)).hasSize(2);

    assertThat(asked).containsExactly("", "é");
  }

  @Test
  void pagesShouldBeFetchedAnewWhenTheCourseChangesBetweenThem() {
    answer("{'head':1,'files':[{'path':'a'}],'more':true}");
    answer("{'head':2,'files':[{'path':'b'}],'more':false}");
    answer("{'head':2,'files':[{'path':'a'}],'more':true}");
    answer("{'head':2,'files':[{'path':'c'}],'more':false}");

    List<JsonNode> all = pages.all(this::fetch);

    assertThat(all).extracting(page -> page.path("head").asInt()).containsExactly(2, 2);
    assertThat(asked).containsExactly("", "a", "", "a");
  }

  @Test
  void courseThatVanishesBetweenPagesShouldBeNone() {
    answer("{'head':1,'files':[{'path':'a'}],'more':true}");
    answer("null");
    answer("null");

    assertThat(pages.all(this::fetch)).singleElement().matches(JsonNode::isNull);
  }

  @Test
  void readingShouldGiveUpWhenTheCourseKeepsChanging() {
    for (int i = 0; i < 5; i++) {
      answer("{'head':1,'files':[{'path':'a'}],'more':true}");
      answer("{'head':2,'files':[],'more':false}");
    }

    assertThatThrownBy(() -> pages.all(this::fetch))
        .isInstanceOfSatisfying(
            StorageUnavailableException.class, busy -> assertThat(busy.code()).isEqualTo("DB_BUSY"))
        .hasMessageContaining("read it");
    assertThat(answers).isEmpty();
  }

  private void answer(String json) {
    answers.add(WireJson.tree(json.replace('\'', '"')));
  }

  private JsonNode fetch(Optional<String> after) {
    asked.add(after.orElse(""));
    return answers.remove();
  }
}
