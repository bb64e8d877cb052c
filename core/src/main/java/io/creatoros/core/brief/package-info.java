/** Course briefs: what a course is for, for whom, and in whose voice. */
@NullMarked
package io.creatoros.core.brief;

import org.jspecify.annotations.NullMarked;
