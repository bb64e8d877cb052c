package io.creatoros.core.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that curricula have, one after another. */
class CurriculumReaderTest {

  @Test
  void readShouldUnderstandCourseWhenItIsWrittenAsTheTemplateSays() {
    Curriculum curriculum =
        read(
            """
            course_id: "mapas-2025"
            title: "Mapas: do zero"
            slug: mapas
            instructor:
              name: "Ana Lima"
              persona_slug: ana-lima
              persona_fidelity: 0.9
            metadata:
              total_duration_hours: 1.5
              num_modules: 1
              num_lessons: 2
              knowledge_level: beginner
              language: pt-BR
            modules:
              - module_id: 1
                module_number: "Módulo 1"
                module_title: "Primeiros traços"
                duration_minutes: 40
                lessons:
                  - lesson_id: "1.1"
                    lesson_number: "Aula 1.1"
                    lesson_title: "Por que um mapa"
                    file_path: "lessons/1.1-por-que-um-mapa.md"
                    duration_minutes: 15
                    bloom_level: understand
                    learning_objectives: ["Ler um mapa", "Escolher um mapa"]
                    key_concepts: ["escala"]
                  - lesson_id: "1.2"
                    lesson_title: "Desenhar"
            """);

    assertThat(curriculum.title()).contains("Mapas: do zero");
    assertThat(curriculum.slug()).contains("mapas");
    assertThat(curriculum.language()).contains("pt");
    assertThat(curriculum.level()).contains("beginner");
    assertThat(curriculum.persona()).contains("ana-lima");
    assertThat(curriculum.instructor()).contains("Ana Lima");
    assertThat(curriculum.fidelityTarget()).contains(new BigDecimal("0.9"));
    assertThat(curriculum.declaredModules()).contains(1);
    assertThat(curriculum.declaredLessons()).contains(2);
    assertThat(curriculum.durationMinutes()).contains(90);
    PlannedModule module = curriculum.modules().get(0);
    assertThat(module.label()).contains("1");
    assertThat(module.title()).contains("Primeiros traços");
    assertThat(module.durationMinutes()).contains(40);
    PlannedLesson lesson = module.lessons().get(0);
    assertThat(lesson.id()).contains("1.1");
    assertThat(lesson.label()).map(LessonLabel::text).contains("1.1");
    assertThat(lesson.title()).contains("Por que um mapa");
    assertThat(lesson.file()).contains("lessons/1.1-por-que-um-mapa.md");
    assertThat(lesson.durationMinutes()).contains(15);
    assertThat(lesson.bloomLevel()).contains("understand");
    assertThat(lesson.objectives()).containsExactly("Ler um mapa", "Escolher um mapa");
    assertThat(lesson.concepts()).containsExactly("escala");
    assertThat(lesson.line()).isEqualTo(20);
    assertThat(module.lessons().get(1).label()).map(LessonLabel::text).contains("1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules:\n  - {id: 1, title: M, lessons: [{id: '1.1', title: A}]}",
        "course:\n  structure:\n    modules:\n      - {id: 1, title: M, lessons: [{id: '1.1', title: A}]}",
        "course:\n  modules:\n    - {id: 1, title: M, lessons: [{id: '1.1', title: A}]}",
        "curriculum:\n  - {id: 1, title: M, lessons: [{id: '1.1', title: A}]}",
        "curriculum:\n  modules:\n    - {id: 1, title: M, lessons: [{id: '1.1', title: A}]}",
        "módulos:\n  - {número: x, id: 1, nome: M, aulas: [{numero: '1.1', titulo: A}]}",
        "modules:\n  modulo-1: {title: M, lessons: {'1.1': {title: A}}}",
        "- {id: 1, title: M, lessons: [{id: '1.1', title: A}]}",
        "modules:\n  - {id: 1, title: M, lessons: ['1.1 - A']}",
        "modules:\n  - {id: 1, title: M, lessons: ['Aula 1.1: A']}",
        "lessons:\n  - {id: '1.1', module: 1, title: A}\nmodules: [{id: 1, title: M, lessons: 1}]",
        "modules: [{id: 1, title: M, lessons: ['1.1']}]\nlessons: [{id: '1.1', title: A}]",
        "course: {title: x}\n---\nmodules: [{id: 1, title: M}]\n---\nlessons: [{id: '1.1', title: A}]"
      })
  void readShouldFindModulesAndLessonsWhereverTheyStand(String yaml) {
    Curriculum curriculum = read(yaml);

    assertThat(curriculum.modules()).hasSize(1);
    PlannedModule module = curriculum.modules().get(0);
    assertThat(module.label()).contains("1");
    assertThat(module.title()).contains("M");
    assertThat(module.lessons()).hasSize(1);
    assertThat(module.lessons().get(0).label()).map(LessonLabel::text).contains("1.1");
    assertThat(module.lessons().get(0).title()).contains("A");
  }

  @ParameterizedTest
  @CsvSource({
    "id: 4, 4",
    "id: modulo-4, 4",
    "id: module_4, 4",
    "id: M0, 0",
    "id: week_1, 1",
    "id: m1, 1",
    "id: block-1, 1",
    "id: modulo-04A, 04A",
    "module_id: 7, 7",
    "module_number: Módulo 3, 3",
    "id: extras, extras"
  })
  void readShouldTellLabelOfModuleByItsId(String id, String label) {
    Curriculum curriculum = read("modules:\n  - {%s, title: M}".formatted(id));

    assertThat(curriculum.modules().get(0).label()).contains(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lesson_id: '1.10'       | 1.10     | 1.10
          number: 1.10            | 1.10     | 1.10
          id: 4A.1                | 4A.1     | 4A.1
          id: 07.5                | 07.5     | 07.5
          id: 2.1-mac             | 2.1-mac  | 2.1-mac
          lesson_number: Aula 1.1 | Aula 1.1 | 1.1
          id: m1-l1               | m1-l1    | 1.1
          id: '01'                | 01       | 3.01
          id: day_1               | day_1    | 3.1
          id: 7                   | 7        | 3.7
          """,
      quoteCharacter = '`')
  void readShouldTellPlaceOfLessonByItsId(String key, String id, String label) {
    PlannedLesson lesson = onlyLesson("{%s, title: A}".formatted(key));

    assertThat(lesson.id()).contains(id);
    assertThat(lesson.label()).map(LessonLabel::id).contains(label);
  }

  @Test
  void readShouldLeaveOutPlaceWhenIdIsNoNumber() {
    PlannedLesson lesson = onlyLesson("{id: bonus, title: A}");

    assertThat(lesson.id()).contains("bonus");
    assertThat(lesson.label()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "duration_minutes: 25, 25",
    "duration: 25 min, 25",
    "duration_min: 25, 25",
    "duration: 25, 25",
    "duration: 1h30, 90",
    "duration_hours: 2.5, 150",
    "duracao: 2h, 120"
  })
  void readShouldTellDurationInMinutes(String duration, int minutes) {
    assertThat(onlyLesson("{%s}".formatted(duration)).durationMinutes()).contains(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "Analyze, analyze",
    "understand/analyze, analyze",
    "Criar, create",
    "2, understand",
    "'[understand, apply]', apply"
  })
  void readShouldTellLevelOfLearning(String written, String level) {
    assertThat(onlyLesson("{bloom_level: %s}".formatted(written)).bloomLevel()).contains(level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata: {fidelity_target: 0.9}                          | 0.9
          pedagogical: {voice_fidelity_target: 90}                  | 0.9
          validation: {voice_fidelity_target: 90%}                  | 0.9
          voice_profile: {fidelity_target: 90%+}                    | 0.9
          validation: {voice_fidelity: {target: ">= 85%"}}          | 0.85
          instructor: {persona_fidelity: 95}                        | 0.95
          course: {metadata: {fidelity_target: 0.85}}               | 0.85
          """)
  void readShouldTellTargetForVoiceWhereverItStands(String yaml, BigDecimal target) {
    assertThat(read(yaml + "\nmodules: [{id: 1}]").fidelityTarget()).contains(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata: {num_modules: 3, num_lessons: 10}                             | 3 | 10
          course: {metadata: {total_modules: 3, total_lessons: 10}}               | 3 | 10
          course_structure: {total_modules: 3, total_lessons: 10}                 | 3 | 10
          course_metadata: {total_modules: 3, duration: {total_lessons: 10 aulas}} | 3 | 10
          """)
  void readShouldTellCountsThatAreDeclared(String yaml, int modules, int lessons) {
    Curriculum curriculum = read(yaml + "\nmodules: [{id: 1}]");

    assertThat(curriculum.declaredModules()).contains(modules);
    assertThat(curriculum.declaredLessons()).contains(lessons);
  }

  @Test
  void readShouldAddUpWhatModulesDeclareWhenCourseDeclaresNothing() {
    Curriculum curriculum = read("modules: [{id: 1, lessons: 4}, {id: 2, lesson_count: 3}]");

    assertThat(curriculum.modules().get(0).declaredLessons()).contains(4);
    assertThat(curriculum.declaredLessons()).contains(7);
    assertThat(curriculum.listedLessons()).isZero();
  }

  @Test
  void readShouldBringLessonsThatStandApartToTheModuleTheyName() {
    Curriculum curriculum =
        read(
            """
            modules:
              - {id: modulo-1, title: Um, lessons: 2}
              - {id: modulo-2, title: Dois, lessons: 1}
            lessons:
              - {id: "1.1", module: modulo-1, title: A}
              - {id: "1.2", module: 1, title: B}
              - {id: "2.1", title: C}
              - {id: "3.1", module: Três, title: D}
            """);

    assertThat(curriculum.modules())
        .extracting(
            module -> module.lessons().stream().map(lesson -> lesson.title().orElse("")).toList())
        .containsExactly(List.of("A", "B"), List.of("C"), List.of("D"));
    assertThat(curriculum.listedLessons()).isEqualTo(4);
  }

  @Test
  void readShouldLeaveOutWhatCurriculumLeavesOut() {
    Curriculum curriculum = read("modules: [{id: 1, lessons: [{id: '1.1'}]}]");

    assertThat(curriculum.title()).isEmpty();
    assertThat(curriculum.declaredLessons()).isEmpty();
    assertThat(curriculum.declaredModules()).isEmpty();
    assertThat(curriculum.durationMinutes()).isEmpty();
    assertThat(curriculum.fidelityTarget()).isEmpty();
    assertThat(curriculum.modules().get(0).title()).isEmpty();
    assertThat(curriculum.modules().get(0).lessons().get(0).objectives()).isEmpty();
  }

  @Test
  void readShouldBelieveTheCourseFirstWhenPartsDiffer() {
    Curriculum curriculum =
        read("voice_profile: {instructor: Bia}\ncourse: {instructor: Ana}\nmodules: [{id: 1}]");

    assertThat(curriculum.instructor()).contains("Ana");
  }

  @Test
  void readShouldTellDurationOfCourseOnlyWhenItsUnitIsKnown() {
    assertThat(read("course: {duration: 3}\nmodules: [{id: 1}]").durationMinutes()).isEmpty();
    assertThat(read("course: {duration: 3h}\nmodules: [{id: 1}]").durationMinutes()).contains(180);
  }

  private static PlannedLesson onlyLesson(String lesson) {
    Curriculum curriculum = read("modules:\n  - id: 3\n    lessons:\n      - " + lesson);
    return curriculum.modules().get(0).lessons().get(0);
  }

  private static Curriculum read(String yaml) {
    Understanding understanding =
        new CurriculumReader().read(new SourceText(new ArtifactPath("curriculum.yaml"), yaml));
    return (Curriculum) understanding.understood().orElseThrow();
  }
}
