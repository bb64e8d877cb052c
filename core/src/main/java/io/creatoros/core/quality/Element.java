package io.creatoros.core.quality;

/** One of the seven elements of the Didática Lendária. */
@FunctionalInterface
interface Element {

  int points(LessonText text);
}
