package vn.tiendo.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Sentences;

/**
 * Deploys the models and forms of this release, each process with its forms, but never over a version that an
 * administrator deployed: the newest version decides, and only where it came from a bundle too it is replaced.
 */
@Component
public class BundledModels {

    static final String BUNDLE = "bundle";
    private static final Logger LOG = LoggerFactory.getLogger(BundledModels.class);
    static final Pattern FORM = Pattern.compile("embedded:deployment:([a-z0-9-]+\\.html)");

    private final RepositoryService repository;
    private final JdbcClient database;
    private final ResourcePatternResolver files;
    private final String location;

    BundledModels(
            RepositoryService repository,
            JdbcClient database,
            ResourcePatternResolver files,
            @Value("${tien-do.models:classpath:}") String location) {
        this.repository = repository;
        this.database = database;
        this.files = files;
        this.location = location;
    }

    /** @return the keys whose newest version is an administrator's and was therefore kept */
    public List<String> deploy() {
        var kept = new ArrayList<String>();
        var administrators = administrators();
        for (var model : found("bpmn/*.bpmn")) {
            var key = key(model, "process");
            if (administrators.contains(key)) {
                kept.add(key);
            } else {
                deploy(key, model, true);
            }
        }
        for (var table : found("bpmn/*.dmn")) {
            var key = key(table, "decision");
            if (administrators.contains(key)) {
                kept.add(key);
            } else {
                deploy(key, table, true);
            }
        }
        kept.forEach(key -> LOG.info(Sentences.of("model.kept", key)));
        return kept;
    }

    /** @return the form of this file name that came with this release */
    Optional<byte[]> form(String name) {
        return content("forms/" + name);
    }

    /** Whether a model of this file name came with this release. */
    boolean has(String file) {
        return files.getResource(location + "bpmn/" + file).exists();
    }

    /**
     * Puts the release's version over the newest one, whoever deployed that.
     *
     * @return false if the release has no such file
     */
    boolean deploy(String file) {
        var model = files.getResource(location + "bpmn/" + file);
        if (!model.exists()) {
            return false;
        }
        deploy(key(model, file.endsWith(".dmn") ? "decision" : "process"), model, false);
        return true;
    }

    /** Whether these are files of this release, unchanged. */
    boolean holds(Map<String, byte[]> deployed) {
        return deployed.entrySet().stream()
                .allMatch(file -> content((file.getKey().endsWith(".html") ? "forms/" : "bpmn/") + file.getKey())
                        .filter(bundled -> Arrays.equals(bundled, file.getValue()))
                        .isPresent());
    }

    private Optional<byte[]> content(String path) {
        var file = files.getResource(location + path);
        return file.exists() ? Optional.of(read(file).getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    private void deploy(String key, Resource model, boolean onlyIfChanged) {
        var deployment = repository.createDeployment().name(key).source(BUNDLE);
        if (onlyIfChanged) {
            deployment.enableDuplicateFiltering(false);
        }
        resourcesOf(model).forEach(deployment::addString);
        deployment.deploy();
    }

    private Map<String, String> resourcesOf(Resource model) {
        var resources = new LinkedHashMap<String, String>();
        var source = read(model);
        resources.put(String.valueOf(model.getFilename()), source);
        var forms = FORM.matcher(source);
        while (forms.find()) {
            resources.computeIfAbsent(forms.group(1), name -> read(files.getResource(location + "forms/" + name)));
        }
        return resources;
    }

    /** Asked for in one statement of ours: the engine would read every model from its XML to answer. */
    private Set<String> administrators() {
        return Set.copyOf(database.sql("""
                        select newest.key_ from (
                            select distinct on (key_) key_, deployment_id_ from (
                                select key_, version_, deployment_id_ from act_re_procdef
                                union all select key_, version_, deployment_id_ from act_re_decision_def) model
                            order by key_, version_ desc) newest
                        join act_re_deployment d on d.id_ = newest.deployment_id_ where d.source_ is distinct from ?""").param(BUNDLE).query(String.class).list());
    }

    private List<Resource> found(String pattern) {
        try {
            return List.of(files.getResources(location + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read without the engine's model classes, which check a whole schema for the one word that is needed here. */
    private static String key(Resource model, String element) {
        try (InputStream stream = model.getInputStream()) {
            var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(stream);
            while (!(reader.isStartElement() && reader.getLocalName().equals(element))) {
                reader.next();
            }
            return reader.getAttributeValue(null, "id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(model + " has no " + element, e);
        }
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
