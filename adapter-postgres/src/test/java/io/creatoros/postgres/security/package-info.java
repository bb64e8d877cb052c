/** Who may read and write what, tried by really doing it. */
@NullMarked
package io.creatoros.postgres.security;

import org.jspecify.annotations.NullMarked;
