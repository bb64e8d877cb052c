/**
 * Watching folders: when what is to be synchronised. Events are hints; a look at the folder is the
 * truth. Begin with {@link io.creatoros.app.watch.Watcher}.
 */
@NullMarked
package io.creatoros.app.watch;

import org.jspecify.annotations.NullMarked;
