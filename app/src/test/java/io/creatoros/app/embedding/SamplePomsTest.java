package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The samples' projects need nothing but what is published. */
class SamplePomsTest {

  private static final Path ROOT = Path.of("..");
  private static final String GROUP = "io.creatoros";

  /** Managed by the BOM for those who test with the kit. */
  private static final Set<String> TEST_LIBRARIES = Set.of("assertj-core", "junit-jupiter");

  @ParameterizedTest
  @ValueSource(strings = {"embedding", "adapter"})
  void pomShouldNameOnlyPublishedArtifactsOfThisVersion(String sample) throws Exception {
    Element pom = pom(SampleProject.SAMPLES.resolve(sample).resolve("pom.xml"));
    List<Element> dependencies = children(pom, "dependency");

    assertThat(dependencies).isNotEmpty();
    for (Element dependency : dependencies) {
      String artifact = text(dependency, "artifactId");
      if (text(dependency, "groupId").equals(GROUP)) {
        assertThat(published()).contains(artifact);
      } else {
        assertThat(TEST_LIBRARIES).contains(artifact);
        assertThat(text(dependency, "scope")).isEqualTo("test");
      }
      assertThat(text(dependency, "version"))
          .isEqualTo(artifact.equals("creatoros") ? version() : "");
    }
    assertThat(children(pom, "repository")).isEmpty();
    assertThat(children(pom, "parent")).isEmpty();
  }

  private static Set<String> published() throws Exception {
    Set<String> artifacts = new TreeSet<>(List.of("creatoros"));
    for (Element module : children(pom(ROOT.resolve("pom.xml")), "module")) {
      Path folder = ROOT.resolve(module.getTextContent());
      artifacts.add(own(pom(folder.resolve("pom.xml")), "artifactId"));
    }
    return artifacts;
  }

  private static String version() throws Exception {
    return own(pom(ROOT.resolve("pom.xml")), "version");
  }

  private static Element pom(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  /** The text of a child of the project itself. */
  private static String own(Element project, String name) {
    return children(project, name).stream()
        .filter(element -> element.getParentNode().equals(project))
        .map(Element::getTextContent)
        .findFirst()
        .orElseThrow();
  }

  private static String text(Element element, String name) {
    return children(element, name).stream().map(Element::getTextContent).findFirst().orElse("");
  }

  private static List<Element> children(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
