@NullMarked
package io.creatoros.app.architecture.broken.filesystem;

import org.jspecify.annotations.NullMarked;
