@NullMarked
package io.creatoros.app.launcher;

import org.jspecify.annotations.NullMarked;
