/** The program's entry point. Start with {@link io.creatoros.app.Main}. */
@NullMarked
package io.creatoros.app;

import org.jspecify.annotations.NullMarked;
