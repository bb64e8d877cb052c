/** Records: what no other file of a course carries, such as a reviewer's verdict. */
@NullMarked
package io.creatoros.core.record;

import org.jspecify.annotations.NullMarked;
