/**
 * What keeps a dual write quick when its mirror is slow, failing or far away: decorators of {@link
 * io.creatoros.core.course.CourseMirror} that are cheap to make, over policies and memories that
 * outlive them. Begin with {@link io.creatoros.core.resilience.RetryOnceMirror} and {@link
 * io.creatoros.core.resilience.BreakerMirror}.
 */
@NullMarked
package io.creatoros.core.resilience;

import org.jspecify.annotations.NullMarked;
