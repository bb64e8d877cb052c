package io.creatoros.postgrest;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.wire.StoredStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;

/** Opens the bytes of a project's files: a request for each part, when it is reached. */
final class StoredContents {
  private final Api api;

  StoredContents(Api api) {
    this.api = api;
  }

  Optional<InputStream> open(CourseId course, ArtifactPath path) {
    JsonNode first = part(course, path, 0, Optional.empty());
    int parts = first.path("parts").asInt();
    if (first.isNull() || parts != Content.parts(first.path("size").asLong())) {
      return Optional.empty();
    }
    Optional<String> hash = Optional.of(first.path("sha256").asText());
    return Optional.of(
        new StoredStream(
            path,
            bytes(first),
            parts,
            number ->
                Optional.of(part(course, path, number, hash))
                    .filter(JsonNode::isObject)
                    .map(StoredContents::bytes)));
  }

  private JsonNode part(CourseId course, ArtifactPath path, int number, Optional<String> hash) {
    return api.call(
        "read \"" + path + "\" of course \"" + course + "\"",
        "creatoros_content",
        api.arguments(course)
            .with("p_path", path.value())
            .with("p_part", number)
            .with("p_sha256", hash));
  }

  private static byte[] bytes(JsonNode part) {
    return Base64.getDecoder().decode(part.path("bytes").asText());
  }
}
