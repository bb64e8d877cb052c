package io.creatoros.core.projection;

import io.creatoros.core.brief.Brief;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.research.ResearchReport;
import io.creatoros.core.research.ResearchReport.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    findings.brief();
    findings.reports();
  }

  private void brief() {
    if (parts.of(ArtifactKind.BRIEF).isEmpty() && !syllabus.lessons().isEmpty()) {
      found.add(
          FindingCode.BRIEF_MISSING,
          "",
          "the course has lessons and no brief",
          "write COURSE-BRIEF.md: title, for whom the course is, what is learnt");
    }
    several(ArtifactKind.BRIEF, FindingCode.BRIEF_SEVERAL, "brief");
    several(ArtifactKind.CURRICULUM, FindingCode.CURRICULUM_SEVERAL, "curriculum");
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
      ranked.stream()
          .skip(1)
          .forEach(
              file ->
                  found.add(
                      code,
                      file.path().value(),
                      "is a second " + what + "; " + used.path() + " is used",
                      "merge them, or move this one to sources/"));
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
