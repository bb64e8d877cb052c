package io.creatoros.app.architecture.broken.app.wiring;

public final class Wiring {}
