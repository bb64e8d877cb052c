/**
 * The primary home: course folders on a file system, and the state that a checkout of them keeps
 * beside them. Start with {@link io.creatoros.filesystem.Workspace}.
 */
@NullMarked
package io.creatoros.filesystem;

import org.jspecify.annotations.NullMarked;
