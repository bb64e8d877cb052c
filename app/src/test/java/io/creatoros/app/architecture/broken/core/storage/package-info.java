@NullMarked
package io.creatoros.app.architecture.broken.core.storage;

import org.jspecify.annotations.NullMarked;
