/** Puts the application together from its configuration; the only place that sees all adapters. */
@NullMarked
package io.creatoros.app.wiring;

import org.jspecify.annotations.NullMarked;
