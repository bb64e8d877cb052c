@NullMarked
package io.creatoros.core.adapter;

import org.jspecify.annotations.NullMarked;
