package io.creatoros.core.brief;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A brief of which only the beginning is known, for a course that has none. {@link BriefReader}
 * reads back title and slug, and persona and tags as far as a brief can tell them.
 *
 * @param title the title
 * @param slug the slug
 * @param persona the slug of the persona
 * @param personaName the name of the persona
 * @param tags the keywords
 */
public record NewBrief(
    Optional<String> title,
    Optional<String> slug,
    Optional<String> persona,
    Optional<String> personaName,
    List<String> tags) {

  private static final ArtifactPath ANYWHERE = new ArtifactPath("COURSE-BRIEF.md");

  public NewBrief {
    tags = List.copyOf(tags);
  }

  /** What a brief says of these values, whoever wrote it. */
  public static NewBrief of(String markdown) {
    Brief brief =
        new BriefReader()
            .read(new SourceText(ANYWHERE, markdown))
            .understood()
            .map(Brief.class::cast)
            .orElseThrow();
    return new NewBrief(
        brief.title(),
        brief.slug(),
        brief.persona().map(Brief.Persona::slug),
        brief.persona().flatMap(Brief.Persona::name),
        brief.tags());
  }

  /** Whether a brief is one that this class wrote and nobody changed. */
  public static boolean wrote(String markdown) {
    return markdown.equals(of(markdown).form());
  }

  /**
   * The brief in the form that creators fill in.
   *
   * @throws IllegalArgumentException if no brief can tell the title or the slug
   */
  public String markdown() {
    NewBrief known = tellable();
    String form = known.form();
    NewBrief read = of(form);
    if (!read.slug().equals(slug)) {
      throw new IllegalArgumentException(
          "slug \"" + slug.orElse("") + "\" is none: small letters, digits, - and _ are");
    }
    if (!read.title().equals(title)) {
      throw new IllegalArgumentException(
          "title \""
              + title.orElse("")
              + "\" would be read as \""
              + read.title().orElse("")
              + "\"");
    }
    return form;
  }

  /** This without a persona or tags that a brief would tell otherwise. */
  private NewBrief tellable() {
    Optional<String> told = persona.filter(Slug::isUsable);
    NewBrief whole =
        new NewBrief(title, slug, told, told.isPresent() ? personaName : Optional.empty(), tags);
    return of(whole.form()).equals(whole)
        ? whole
        : new NewBrief(title, slug, told, Optional.empty(), List.of());
  }

  private String form() {
    StringBuilder form = new StringBuilder("---\n");
    title.ifPresent(text -> form.append("course_title: ").append(quoted(text)).append('\n'));
    slug.ifPresent(text -> form.append("course_slug: ").append(quoted(text)).append('\n'));
    persona.ifPresent(text -> appendPersona(form, text));
    form.append("---\n\n# 📋 Course Brief\n\n## 1️⃣ INFORMAÇÕES BÁSICAS DO CURSO\n\n");
    form.append("### 1.1. Identificação\n");
    title.filter(this::fitsBox).ifPresent(text -> appendBox(form, "Título do Curso", text));
    slug.ifPresent(text -> appendBox(form, "Slug (ID do curso)", text));
    if (!tags.isEmpty()) {
      appendBox(form, "Tags (3-7 palavras-chave)", list());
    }
    return form.toString();
  }

  private void appendPersona(StringBuilder form, String persona) {
    form.append("mmos_persona:\n  enabled: true\n  mind_slug: ").append(quoted(persona));
    personaName.ifPresent(name -> form.append("\n  mind_name: ").append(quoted(name)));
    form.append('\n');
  }

  private static void appendBox(StringBuilder form, String label, String answer) {
    form.append("\n**").append(label).append(":**\n```\n").append(answer).append("\n```\n");
  }

  /** Whether a box tells the text; its label counts before the front matter. */
  private boolean fitsBox(String text) {
    StringBuilder form = new StringBuilder();
    appendBox(form, "Título do Curso", text);
    return of(form.toString()).title().equals(Optional.of(text));
  }

  private String list() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < tags.size(); i++) {
      list.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(tags.get(i));
    }
    return list.toString();
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
