/** Who may read and write a project of a mirror. */
@NullMarked
package io.creatoros.core.members;

import org.jspecify.annotations.NullMarked;
