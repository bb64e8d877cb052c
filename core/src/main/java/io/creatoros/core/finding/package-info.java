/** What a course creator should know about the files of a course. */
@NullMarked
package io.creatoros.core.finding;

import org.jspecify.annotations.NullMarked;
