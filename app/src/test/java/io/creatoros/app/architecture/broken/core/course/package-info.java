@NullMarked
package io.creatoros.app.architecture.broken.core.course;

import org.jspecify.annotations.NullMarked;
