package io.creatoros.core.reading;

/** What a reader understood of one file: a brief, a curriculum, a lesson and so on. */
public interface Understood {}
