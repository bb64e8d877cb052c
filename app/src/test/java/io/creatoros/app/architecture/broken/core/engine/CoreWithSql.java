package io.creatoros.app.architecture.broken.core.engine;

import java.sql.Connection;

record CoreWithSql(Connection connection) {}
