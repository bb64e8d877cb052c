@NullMarked
package io.creatoros.app.architecture;

import org.jspecify.annotations.NullMarked;
