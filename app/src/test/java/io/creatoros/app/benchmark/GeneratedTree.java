package io.creatoros.app.benchmark;

import io.creatoros.core.persist.LessonDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A tree of courses as large as asked for: fifty lessons a course, of lengths that spread as those
 * of real ones do, 8 KiB on average. The same for the same number of files.
 *
 * @param root its root
 * @param files its files
 * @param bytes their length together
 */
record GeneratedTree(Path root, List<Path> files, long bytes) {

  private static final int FILES_PER_COURSE = 50;
  private static final int MEAN = 8192;
  private static final double SPREAD = 0.8;
  private static final String[] WORDS = {
    "semente", "água", "terra", "lesson", "prática", "módulo", "the", "de", "e", "colheita",
    "exercise", "luz", "tempo", "passo", "garden", "ação", "###", "**nota**", "objetivo", "vaso"
  };
  private static final String HEAD =
      """
      # Aula %d.%d: A colheita %d

      **Duração:** 15 min

      ## 🎯 G - GOAL

      - ✅ Você vai colher sem medo, e por que isso importa?

      ## 🗺️ P - POSITION

      Talvez você nunca tenha plantado. É como aprender a nadar.

      ## 🛤️ S - STEPS

      """;

  static GeneratedTree of(Path root, int files) throws IOException {
    Random random = new Random(files);
    List<Path> made = new ArrayList<>(files);
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      int course = i / FILES_PER_COURSE;
      int lesson = i % FILES_PER_COURSE;
      Path file =
          root.resolve(
              "course-%04d/lessons/%d.%d-lesson-of-the-course.md"
                  .formatted(course, 1 + lesson / 10, 1 + lesson % 10));
      byte[] text =
          lesson(random, 1 + lesson / 10, 1 + lesson % 10, i).getBytes(StandardCharsets.UTF_8);
      Files.createDirectories(file.getParent());
      Files.write(file, text);
      made.add(file);
      bytes += text.length;
    }
    return new GeneratedTree(root, Collections.unmodifiableList(made), bytes);
  }

  /** Lessons of a course with ten a module, of lengths that are drawn. */
  static List<LessonDraft> lessons(Random random, int first, int count) {
    List<LessonDraft> lessons = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      int module = 1 + i / 10;
      int lesson = 1 + i % 10;
      String text = lesson(random, module, lesson, random.nextInt());
      lessons.add(
          LessonDraft.builder(module + "." + lesson, text).slug("lesson-of-the-course").build());
    }
    return lessons;
  }

  /** One lesson, of a length that is drawn. */
  static String lesson(Random random, int module, int lesson, int number) {
    String head = HEAD.formatted(module, lesson, number);
    double scale = Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
    int length = (int) Math.max(40, MEAN * scale);
    StringBuilder text = new StringBuilder(length + head.length()).append(head);
    while (text.length() < length) {
      text.append(random.nextInt(12) == 0 ? '\n' : ' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append('\n').toString();
  }

  /**
   * Makes the tree one that was never synchronised. What is there is moved, not deleted: some file
   * systems are slow to create files where many were deleted just before.
   */
  void forget() throws IOException {
    Path state = root.resolve(".creatoros");
    if (Files.exists(state)) {
      Files.move(state, Files.createTempDirectory(root.getParent(), "before-").resolve("state"));
    }
  }

  @Override
  public String toString() {
    return "%,d files, %.1f MB, %d courses"
        .formatted(
            files.size(), bytes / 1e6, (files.size() + FILES_PER_COURSE - 1) / FILES_PER_COURSE);
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
