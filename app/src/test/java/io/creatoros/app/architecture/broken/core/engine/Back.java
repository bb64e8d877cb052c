package io.creatoros.app.architecture.broken.core.engine;

import io.creatoros.app.architecture.broken.core.storage.OneWay;

public record Back(OneWay oneWay) {}
