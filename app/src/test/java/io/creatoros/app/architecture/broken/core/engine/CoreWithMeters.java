package io.creatoros.app.architecture.broken.core.engine;

import io.micrometer.core.instrument.MeterRegistry;

record CoreWithMeters(MeterRegistry meters) {}
