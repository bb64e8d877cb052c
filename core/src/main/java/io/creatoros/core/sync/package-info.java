/** Brings a mirror up to date with course folders, and folders with a mirror. */
@NullMarked
package io.creatoros.core.sync;

import org.jspecify.annotations.NullMarked;
