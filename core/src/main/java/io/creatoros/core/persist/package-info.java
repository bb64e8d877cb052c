/**
 * What programs that make courses write with: courses, lessons, research and scores, addressed by
 * course and label. Begin with {@link io.creatoros.core.persist.CoursePersister}.
 */
@NullMarked
package io.creatoros.core.persist;

import org.jspecify.annotations.NullMarked;
