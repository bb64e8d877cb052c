/** Who may do what over HTTP, asserted by doing it. */
@NullMarked
package io.creatoros.postgrest.security;

import org.jspecify.annotations.NullMarked;
