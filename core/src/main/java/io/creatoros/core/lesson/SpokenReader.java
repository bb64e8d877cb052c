package io.creatoros.core.lesson;

import io.creatoros.core.quality.Words;
import io.creatoros.core.reading.FileFindings;
import io.creatoros.core.reading.FileReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads scripts and transcripts: Markdown, plain text and subtitles. */
public final class SpokenReader implements FileReader {

  @Override
  public Understanding read(SourceText source) {
    FileName name = FileName.of(source.path());
    String ending = source.path().fileName().toLowerCase(Locale.ROOT);
    if (ending.endsWith(".md")) {
      return ofMarkdown(source, name);
    }
    boolean timed = ending.endsWith(".vtt") || ending.endsWith(".srt");
    String spoken = timed ? Subtitles.spoken(source.text()) : source.text();
    return new Understanding(
        Optional.of(new Spoken(name.label(), name.words(), Words.count(spoken))), List.of());
  }

  private static Understanding ofMarkdown(SourceText source, FileName name) {
    FileFindings findings = new FileFindings(source);
    Optional<LessonTitle> title =
        LessonHead.of(source.chars(), findings)
            .title()
            .map(heading -> LessonTitle.of(heading.text()));
    Spoken spoken =
        new Spoken(
            name.label().or(() -> title.flatMap(LessonTitle::label)),
            title.map(LessonTitle::text).filter(text -> !text.isBlank()).orElse(name.words()),
            Words.count(source.text()));
    return new Understanding(Optional.of(spoken), findings.all());
  }
}
