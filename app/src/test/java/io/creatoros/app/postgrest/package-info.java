/** Courses that go over HTTP, while connections break and others write. */
@NullMarked
package io.creatoros.app.postgrest;

import org.jspecify.annotations.NullMarked;
