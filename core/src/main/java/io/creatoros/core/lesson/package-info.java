/**
 * Lessons as files: their labels, titles and what they say of themselves; scripts and transcripts.
 */
@NullMarked
package io.creatoros.core.lesson;

import org.jspecify.annotations.NullMarked;
