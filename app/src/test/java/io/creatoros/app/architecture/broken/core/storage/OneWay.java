package io.creatoros.app.architecture.broken.core.storage;

import io.creatoros.app.architecture.broken.core.engine.Back;

public record OneWay(Back back) {}
