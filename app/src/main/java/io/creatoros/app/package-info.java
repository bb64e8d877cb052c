/**
 * The application: a command-line program, and a library for programs that write courses. Start
 * with {@link io.creatoros.app.CreatorOs}, or {@link io.creatoros.app.CreatorOsModule} where Guice
 * does the wiring.
 */
@NullMarked
package io.creatoros.app;

import org.jspecify.annotations.NullMarked;
