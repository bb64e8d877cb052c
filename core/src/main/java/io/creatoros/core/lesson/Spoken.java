package io.creatoros.core.lesson;

import io.creatoros.core.reading.Understood;
import java.util.Optional;

/**
 * A script or a transcript: what is, or was, spoken for a lesson.
 *
 * @param label the lesson it belongs to, where its name tells
 * @param title its title
 * @param wordCount words parted by white space; of subtitles without times and numbers
 */
public record Spoken(Optional<LessonLabel> label, String title, int wordCount)
    implements Understood {}
