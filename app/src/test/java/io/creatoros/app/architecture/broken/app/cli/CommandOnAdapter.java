package io.creatoros.app.architecture.broken.app.cli;

import io.creatoros.app.architecture.broken.postgres.LoudAdapter;

record CommandOnAdapter(LoudAdapter adapter) {}
