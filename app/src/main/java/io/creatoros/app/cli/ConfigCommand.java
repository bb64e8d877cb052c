package io.creatoros.app.cli;

import io.creatoros.app.config.Value;
import io.creatoros.app.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "config",
    description = {
      "Show each effective setting and where it came from; secrets are masked.",
      "A flag wins over the environment, that over .env, that over creatoros.yaml, that over the"
          + " default."
    })
final class ConfigCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Table table = new Table("SETTING", "VALUE", "FROM");
    List<Value> values = session.configuration().values();
    values.forEach(value -> table.row(value.key(), value.shown(), value.source().toString()));
    List<String> lines = new ArrayList<>(table.lines());
    String mirror = session.configuration().config().mirrorName();
    lines.add("");
    lines.add(
        "Workspace " + session.root() + ", origin " + session.origin() + ", mirror " + mirror);
    return Outcome.done(
        CourseJson.row(
            "workspace", session.root(),
            "origin", session.origin(),
            "mirror", mirror,
            "settings",
                values.stream()
                    .map(
                        value ->
                            CourseJson.row(
                                "key", value.key(),
                                "value", value.shown(),
                                "source", value.source().rank().label(),
                                "name", value.source().name()))
                    .toList()),
        lines);
  }
}
