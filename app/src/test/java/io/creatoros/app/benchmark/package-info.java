/**
 * Measures the product against plain baselines in the same run; started by hand, asserts nothing.
 */
@NullMarked
package io.creatoros.app.benchmark;

import org.jspecify.annotations.NullMarked;
