/** Curricula: the modules and lessons that a course plans. */
@NullMarked
package io.creatoros.core.curriculum;

import org.jspecify.annotations.NullMarked;
