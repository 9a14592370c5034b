package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What runs is what the pom pins; that nothing is older than its last known hole is the enforcer's rule in the same pom. */
class DependencyTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    private static Document pom;

    @BeforeAll
    static void thePom() throws Exception {
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }

    @Test
    void everyPinnedVersionIsTheOneThatRuns() throws Exception {
        var pinned =
                new TreeMap<String, String>(Map.of("commons-lang3", text("/project/properties/commons-lang3.version")));
        var managed = nodes("/project/dependencyManagement/dependencies/dependency[not(scope = 'import')]");
        for (var at = 0; at < managed.getLength(); at++) {
            var one = managed.item(at);
            var xpath = XPathFactory.newInstance().newXPath();
            pinned.put(xpath.evaluate("artifactId", one), resolved(xpath.evaluate("version", one)));
        }
        var running = running();
        assertThat(pinned).hasSizeGreaterThan(10);
        assertThat(running.keySet()).containsAll(pinned.keySet());
        pinned.forEach((artifact, version) ->
                assertThat(running.get(artifact)).as(artifact).containsExactly(version));
    }

    /** A rule about a library that is not there would pass forever. */
    @Test
    void everyLibraryWithALeastVersionIsThere() throws Exception {
        var rules = nodes("//bannedDependencies/excludes/exclude[contains(., '(,')]");
        var artifacts = new ArrayList<String>();
        for (var at = 0; at < rules.getLength(); at++) {
            artifacts.add(rules.item(at).getTextContent().split(":")[1]);
        }
        assertThat(artifacts).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        assertThat(running().keySet()).containsAll(artifacts);
    }

    private static Map<String, TreeSet<String>> running() {
        var running = new TreeMap<String, TreeSet<String>>();
        for (var entry : classPath()) {
            var jar = JAR.matcher(entry.substring(entry.lastIndexOf('/') + 1));
            if (jar.matches()) {
                running.computeIfAbsent(jar.group(1), name -> new TreeSet<>()).add(jar.group(2));
            }
        }
        assertThat(running).hasSizeGreaterThan(150);
        return running;
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)));
    }

    private static String resolved(String version) throws Exception {
        return version.startsWith("${") ? text("/project/properties/" + version.replaceAll("[${}]", "")) : version;
    }

    private static String text(String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, pom);
    }

    private static NodeList nodes(String path) throws Exception {
        return (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
    }
}
