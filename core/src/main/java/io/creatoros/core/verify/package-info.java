/** Proves that a mirror holds just what the course folders hold. */
@NullMarked
package io.creatoros.core.verify;

import org.jspecify.annotations.NullMarked;
