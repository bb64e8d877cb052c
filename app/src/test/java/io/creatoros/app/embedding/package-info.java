/** The application as a library: what other programs see of it. */
@NullMarked
package io.creatoros.app.embedding;

import org.jspecify.annotations.NullMarked;
