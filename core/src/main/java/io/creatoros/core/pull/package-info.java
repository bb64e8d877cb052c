/** Writes what a mirror holds back as files. Start with {@link io.creatoros.core.pull.Puller}. */
@NullMarked
package io.creatoros.core.pull;

import org.jspecify.annotations.NullMarked;
