/** Quizzes and final projects. */
@NullMarked
package io.creatoros.core.assessment;

import org.jspecify.annotations.NullMarked;
