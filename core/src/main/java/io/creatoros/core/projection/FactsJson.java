package io.creatoros.core.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.creatoros.core.assessment.Assessment;
import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.Spoken;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.reading.Understood;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.research.Outline;
import io.creatoros.core.research.ResearchReport;
import java.util.Optional;

/** Facts as the JSON that a mirror keeps beside a file. */
public final class FactsJson {

  private static final JsonMapper MAPPER = mapper();
  private static final JsonMapper PLAIN = plain().build();

  private FactsJson() {}

  /** The facts of a file, to be kept. */
  public static StoredFacts write(FileFacts facts) {
    try {
      return new StoredFacts(Projector.VERSION, MAPPER.writeValueAsString(facts));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts are always JSON", e);
    }
  }

  /**
   * Facts that were kept; empty when readers of another version understood them, or they are not
   * what readers write.
   */
  public static Optional<FileFacts> read(StoredFacts stored) {
    if (stored.version() != Projector.VERSION) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readValue(stored.json(), FileFacts.class));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A value as rows hold it: what a column takes, or the members of records by their names. */
  static JsonNode tree(Object value) {
    return PLAIN.valueToTree(value);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  private interface Named {}

  private static JsonMapper.Builder plain() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(CleanTexts.module())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        plain()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Understood.class, Named.class);
    builder.registerSubtypes(
        new NamedType(Brief.class, "brief"),
        new NamedType(Curriculum.class, "curriculum"),
        new NamedType(Lesson.class, "lesson"),
        new NamedType(Spoken.class, "spoken"),
        new NamedType(Outline.class, "outline"),
        new NamedType(ResearchReport.class, "research"),
        new NamedType(Assessment.class, "assessment"),
        new NamedType(CourseRecord.class, "courseRecord"),
        new NamedType(LessonRecord.class, "lessonRecord"));
    return builder.build();
  }
}
