package io.creatoros.core.projection;

import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.research.ResearchReport;
import io.creatoros.core.research.ResearchReport.Topic;
import io.creatoros.core.text.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a course that are missing, there twice, or at odds with each other. */
final class PartFindings {

  private final CourseParts parts;
  private final Syllabus syllabus;
  private final FindingList found;

  private PartFindings(CourseParts parts, Syllabus syllabus, FindingList found) {
    this.parts = parts;
    this.syllabus = syllabus;
    this.found = found;
  }

  static void add(CourseParts parts, Syllabus syllabus, FindingList found) {
    PartFindings findings = new PartFindings(parts, syllabus, found);
    findings.missing();
    findings.courses();
    findings.several(ArtifactKind.BRIEF, FindingCode.BRIEF_SEVERAL, "brief");
    findings.several(ArtifactKind.CURRICULUM, FindingCode.CURRICULUM_SEVERAL, "curriculum");
    findings.contradictions();
    findings.lessonCount();
    findings.reports();
  }

  private void missing() {
    if (parts.of(ArtifactKind.BRIEF).isEmpty() && !syllabus.lessons().isEmpty()) {
      found.add(
          FindingCode.BRIEF_MISSING,
          "",
          "the course has lessons and no brief",
          "write COURSE-BRIEF.md: title, for whom the course is, what is learnt");
    }
    if (parts.of(ArtifactKind.CURRICULUM).isEmpty() && !syllabus.lessons().isEmpty()) {
      found.add(
          FindingCode.CURRICULUM_MISSING,
          "",
          "the course has lessons and no curriculum",
          "write curriculum.yaml: modules, each with its lessons by id and title; what is planned"
              + " and what is written are then compared");
    }
  }

  /** A folder with a brief or curriculum and a lesson could be a course. */
  private void courses() {
    List<String> folders =
        Stream.of(ArtifactKind.BRIEF, ArtifactKind.CURRICULUM)
            .flatMap(kind -> parts.of(kind).stream())
            .map(PartFindings::folder)
            .filter(folder -> !folder.isEmpty() && teaches(folder))
            .distinct()
            .sorted()
            .toList();
    if (folders.size() > 1) {
      found.add(
          FindingCode.COURSE_HOLDS_COURSES,
          "",
          "taken for one course, but "
              + folders.size()
              + " folders have a brief or curriculum and lessons: "
              + FindingList.named(folders),
          "if they are courses of their own: creatoros courses split "
              + ShellWord.of(parts.course().path()));
    }
  }

  private boolean teaches(String folder) {
    return syllabus.lessons().stream()
        .anyMatch(lesson -> lesson.file().path().value().startsWith(folder + "/"));
  }

  private static String folder(CourseFile file) {
    String path = file.path().value();
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private void contradictions() {
    Optional<String> ofBrief = parts.brief().flatMap(part -> part.said().slug());
    Optional<String> ofPlan = parts.curriculum().flatMap(part -> part.said().slug());
    if (ofBrief.isPresent() && ofPlan.isPresent() && !ofBrief.equals(ofPlan)) {
      found.add(
          FindingCode.SLUG_CONTRADICTS,
          path(parts.curriculum()),
          "the curriculum's slug is \""
              + ofPlan.get()
              + "\", the brief's \""
              + ofBrief.get()
              + "\"",
          "write the same slug in both");
    }
    Optional<String> persona =
        parts.brief().flatMap(part -> part.said().persona()).map(Brief.Persona::slug);
    Optional<String> planned = parts.curriculum().flatMap(part -> part.said().persona());
    if (persona.isPresent() && planned.isPresent() && !persona.equals(planned)) {
      found.add(
          FindingCode.PERSONA_CONTRADICTS,
          path(parts.curriculum()),
          "the curriculum names persona \""
              + planned.get()
              + "\", the brief \""
              + persona.get()
              + "\"",
          "write the same persona in both");
    }
  }

  private void several(ArtifactKind kind, FindingCode code, String what) {
    List<CourseFile> ranked = parts.byRank(kind);
    if (ranked.size() > 1) {
      CourseFile used = ranked.get(0);
      ranked.stream().skip(1).forEach(file -> second(file, code, what, used));
    }
  }

  private void second(CourseFile file, FindingCode code, String what, CourseFile used) {
    boolean fits = file.facts().as(Curriculum.class).filter(this::fitsBetter).isPresent();
    String is = "is a second " + what + "; " + used.path() + " is used";
    found.add(
        code,
        file.path().value(),
        fits ? is + ", though the lessons follow this one more closely" : is,
        fits
            ? "if this one is the plan, give it the other's name, and move the other to sources/"
            : "merge them, or move this one to sources/");
  }

  private boolean fitsBetter(Curriculum curriculum) {
    return Syllabus.of(parts, Optional.of(curriculum)).open() < syllabus.open();
  }

  /** The lessons of the brief against the plan, or against what is there where none is listed. */
  private void lessonCount() {
    Optional<CourseParts.Part<Brief>> brief = parts.brief();
    Optional<Integer> said = brief.flatMap(part -> part.said().lessons());
    int planned = syllabus.planned().size();
    int count = planned > 0 ? planned : syllabus.lessons().size();
    if (said.isPresent() && count > 0 && said.get() != count) {
      found.add(
          FindingCode.BRIEF_COUNT_DIFFERS,
          path(brief),
          "the brief says "
              + said.get()
              + (planned > 0 ? " lessons, the curriculum lists " : " lessons, and there are ")
              + count,
          said.get() > count && planned == 0
              ? "write the lessons that are missing, or correct the number"
              : "correct the number in the brief");
    }
  }

  private void reports() {
    List<CourseFile> ranked = parts.byRank(ArtifactKind.RESEARCH_REPORT);
    Map<Topic, CourseFile> used = ResearchRow.byTopic(ranked);
    for (CourseFile file : ranked) {
      Optional<Topic> topic = file.facts().as(ResearchReport.class).flatMap(ResearchReport::topic);
      if (topic.isPresent() && !file.equals(used.get(topic.get()))) {
        found.add(
            FindingCode.REPORT_SEVERAL,
            file.path().value(),
            "is a second "
                + topic.get().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + "; "
                + used.get(topic.get()).path()
                + " is used",
            "merge them, or move this one to sources/");
      }
    }
  }

  private static String path(Optional<? extends CourseParts.Part<?>> part) {
    return part.map(found -> found.file().path().value()).orElse("");
  }
}
