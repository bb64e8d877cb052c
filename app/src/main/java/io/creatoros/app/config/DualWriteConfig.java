package io.creatoros.app.config;

import java.time.Duration;

/**
 * How programs write courses.
 *
 * @param persist whether they write to the mirror too, as the configuration said when it was read;
 *     {@link LiveSwitch} says it as it is now
 * @param budget how long a call waits for the mirror
 * @param writeBehind whether the mirror is written behind the calls
 * @param queue how many files may wait for that
 */
public record DualWriteConfig(boolean persist, Duration budget, boolean writeBehind, int queue) {}
