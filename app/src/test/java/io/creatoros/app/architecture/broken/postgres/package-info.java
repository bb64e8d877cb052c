@NullMarked
package io.creatoros.app.architecture.broken.postgres;

import org.jspecify.annotations.NullMarked;
