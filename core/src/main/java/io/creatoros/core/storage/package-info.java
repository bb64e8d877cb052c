/** The failures that all ports share. */
@NullMarked
package io.creatoros.core.storage;

import org.jspecify.annotations.NullMarked;
