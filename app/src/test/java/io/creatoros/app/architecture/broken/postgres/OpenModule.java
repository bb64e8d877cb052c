package io.creatoros.app.architecture.broken.postgres;

public final class OpenModule {}
