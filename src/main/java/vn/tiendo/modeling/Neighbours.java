package vn.tiendo.modeling;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import vn.tiendo.engine.Privileged;
import vn.tiendo.modeling.rules.Surroundings;

/** The files of one deployment, and the newest versions of what it does not bring; few models ask, so nothing is read before. */
final class Neighbours implements Surroundings {

    private final Map<String, byte[]> files;
    private final RepositoryService repository;
    private final Privileged privileged;
    private @Nullable Collection<BpmnModelInstance> models;

    Neighbours(Map<String, byte[]> files, RepositoryService repository, Privileged privileged) {
        this.files = files;
        this.repository = repository;
        this.privileged = privileged;
    }

    @Override
    public boolean hasForm(String file) {
        return files.containsKey(file);
    }

    @Override
    public boolean hasDecision(String key) {
        return read(".dmn", Dmn::readModelFromStream)
                        .flatMap(it -> it.getModelElementsByType(Decision.class).stream())
                        .anyMatch(it -> key.equals(it.getId()))
                || privileged.call(() -> repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .count()
                        > 0);
    }

    @Override
    public Collection<BpmnModelInstance> models() {
        if (models == null) {
            var all = new ArrayList<>(read(".bpmn", Bpmn::readModelFromStream).toList());
            var brought = all.stream()
                    .flatMap(it -> it.getModelElementsByType(Process.class).stream())
                    .map(Process::getId)
                    .collect(Collectors.toSet());
            all.addAll(privileged.call(() -> newest().stream()
                    .filter(it -> !brought.contains(it.getKey()))
                    .map(it -> repository.getBpmnModelInstance(it.getId()))
                    .toList()));
            models = all;
        }
        return models;
    }

    private List<ProcessDefinition> newest() {
        return repository.createProcessDefinitionQuery().latestVersion().list();
    }

    /** What cannot be read is a finding of its own. */
    private <M> Stream<M> read(String ending, Function<ByteArrayInputStream, M> reader) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .flatMap(file -> {
                    try {
                        return Stream.of(reader.apply(new ByteArrayInputStream(file.getValue())));
                    } catch (ModelException unreadable) {
                        return Stream.empty();
                    }
                });
    }
}
