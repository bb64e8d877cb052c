/**
 * What somebody else's mirror implements to be chosen by its name, without a change to any program
 * that uses it. Begin with {@link io.creatoros.core.adapter.MirrorAdapter}.
 */
@NullMarked
package io.creatoros.core.adapter;

import org.jspecify.annotations.NullMarked;
