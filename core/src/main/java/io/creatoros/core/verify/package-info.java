/**
 * Proves that a mirror holds just what the course folders hold. Start with {@link
 * io.creatoros.core.verify.Verifier}; what it proved can be kept as a {@link
 * io.creatoros.core.verify.Receipt} and checked again later.
 */
@NullMarked
package io.creatoros.core.verify;

import org.jspecify.annotations.NullMarked;
