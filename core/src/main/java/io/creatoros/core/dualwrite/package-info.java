/**
 * Writing courses to two homes: the folder first and durably, then the mirror, which may be down,
 * slow or wrong without costing a file, or the knowledge that it is behind. Begin with {@link
 * io.creatoros.core.dualwrite.CourseWriter}.
 */
@NullMarked
package io.creatoros.core.dualwrite;

import org.jspecify.annotations.NullMarked;
