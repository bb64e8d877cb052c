package io.creatoros.app.architecture.broken.filesystem;

import io.creatoros.app.architecture.broken.postgres.LoudAdapter;

record NosyAdapter(LoudAdapter other) {}
