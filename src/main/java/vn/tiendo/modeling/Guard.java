package vn.tiendo.modeling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.DecisionTableCheck;
import vn.tiendo.engine.DeploymentCheck;
import vn.tiendo.engine.Finding;
import vn.tiendo.engine.Privileged;
import vn.tiendo.modeling.rules.DecisionRules;
import vn.tiendo.modeling.rules.ModelRules;
import vn.tiendo.modeling.rules.Vocabulary;

/** Every model, from Modeler or from anywhere, keeps the rules before it is deployed; the page that checks asks here too. */
@Component
class Guard implements DeploymentCheck {

    private static final Pattern PROCESS = Pattern.compile("<(?:\\w+:)?process\\s[^>]*\\bid=\"([^\"]+)\"");

    private final RepositoryService repository;
    private final BundledModels bundled;
    private final Vocabulary vocabulary;
    private final Collection<DecisionTableCheck> tableChecks;
    private final Privileged privileged;

    Guard(
            RepositoryService repository,
            BundledModels bundled,
            Vocabulary vocabulary,
            Collection<DecisionTableCheck> tableChecks,
            Privileged privileged) {
        this.repository = repository;
        this.bundled = bundled;
        this.vocabulary = vocabulary;
        this.tableChecks = tableChecks;
        this.privileged = privileged;
    }

    /**
     * A form is looked for where its model is deployed. Modeler sends the diagram that is open, so forms that the newest
     * version has, or that came with the release, need not be sent again.
     */
    @Override
    public Map<String, byte[]> completion(Map<String, byte[]> files) {
        var missing = new LinkedHashMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                var source = new String(content, StandardCharsets.UTF_8);
                var forms = BundledModels.FORM.matcher(source);
                while (forms.find()) {
                    var form = forms.group(1);
                    if (!files.containsKey(form) && !missing.containsKey(form)) {
                        formOfNewest(source, form)
                                .or(() -> bundled.form(form))
                                .ifPresent(found -> missing.put(form, found));
                    }
                }
            }
        });
        return missing;
    }

    private Optional<byte[]> formOfNewest(String source, String form) {
        var process = PROCESS.matcher(source);
        if (!process.find()) {
            return Optional.empty();
        }
        return privileged.call(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process.group(1))
                        .latestVersion()
                        .singleResult())
                .flatMap(newest -> repository.getDeploymentResources(newest.getDeploymentId()).stream()
                        .filter(it -> it.getName().equals(form))
                        .map(Resource::getBytes)
                        .findFirst()));
    }

    @Override
    public Map<String, List<Finding>> findings(@Nullable String source, Map<String, byte[]> files) {
        var findings = new TreeMap<String, List<Finding>>();
        if (source != null && source.equals(BundledModels.BUNDLE)) {
            if (!bundled.holds(files)) {
                findings.put(BundledModels.BUNDLE, List.of(Finding.of("?", "finding.notBundled", source)));
            }
            return findings; // the build has looked at what it bundles
        }
        var neighbours = new Neighbours(files, repository, privileged);
        files.forEach((name, content) -> {
            var found = ofFile(name, content, neighbours);
            if (!found.isEmpty()) {
                findings.put(name, found);
            }
        });
        var before = new Neighbours(Map.of(), repository, privileged);
        neighbours.staying().forEach((name, model) -> {
            var stranded = ModelRules.stranded(model, before, neighbours);
            if (!stranded.isEmpty()) {
                findings.put(
                        name,
                        stranded.stream()
                                .map(it -> Finding.of(it.element(), "finding.stranded", it.sentence()))
                                .toList());
            }
        });
        return findings;
    }

    private List<Finding> ofFile(String name, byte[] content, Neighbours neighbours) {
        try (var stream = new ByteArrayInputStream(content)) {
            if (name.endsWith(".bpmn")) {
                return ModelRules.findings(Bpmn.readModelFromStream(stream), vocabulary, neighbours);
            }
            if (name.endsWith(".dmn")) {
                return DecisionRules.findings(Dmn.readModelFromStream(stream), tableChecks);
            }
            if (name.endsWith(".form")) {
                return List.of(Finding.of(name, "finding.camundaForm"));
            }
            return name.endsWith(".html") ? List.of() : List.of(Finding.of(name, "finding.fileKind"));
        } catch (ModelException e) {
            return List.of(Finding.of(name, "finding.unreadable", cause(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String cause(Throwable problem) {
        var cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
