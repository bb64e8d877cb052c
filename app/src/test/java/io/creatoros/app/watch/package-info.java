@NullMarked
package io.creatoros.app.watch;

import org.jspecify.annotations.NullMarked;
