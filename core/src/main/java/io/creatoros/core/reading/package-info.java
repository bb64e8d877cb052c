/** What readers of single files have in common: the text they are given and the facts they give. */
@NullMarked
package io.creatoros.core.reading;

import org.jspecify.annotations.NullMarked;
