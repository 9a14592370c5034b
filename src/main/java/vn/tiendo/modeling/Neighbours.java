package vn.tiendo.modeling;

import java.io.ByteArrayInputStream;
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
    private @Nullable Map<String, BpmnModelInstance> staying;

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
        return decisions().anyMatch(it -> key.equals(it.getId()))
                || privileged.call(() -> repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .count()
                        > 0);
    }

    @Override
    public boolean isTogether(String key) {
        return Stream.concat(processes().map(Process::getId), decisions().map(Decision::getId))
                .anyMatch(key::equals);
    }

    @Override
    public boolean hasVersion(String key, boolean isTag, String version) {
        return isTag
                ? Stream.concat(
                                        processes()
                                                .filter(it -> key.equals(it.getId()))
                                                .map(Process::getCamundaVersionTag),
                                        decisions()
                                                .filter(it -> key.equals(it.getId()))
                                                .map(Decision::getVersionTag))
                                .anyMatch(version::equals)
                        || privileged.call(() -> repository
                                                .createProcessDefinitionQuery()
                                                .processDefinitionKey(key)
                                                .versionTag(version)
                                                .count()
                                        + repository
                                                .createDecisionDefinitionQuery()
                                                .decisionDefinitionKey(key)
                                                .versionTag(version)
                                                .count()
                                > 0)
                : version.matches("\\d{1,9}")
                        && privileged.call(() -> repository
                                                .createProcessDefinitionQuery()
                                                .processDefinitionKey(key)
                                                .processDefinitionVersion(Integer.valueOf(version))
                                                .count()
                                        + repository
                                                .createDecisionDefinitionQuery()
                                                .decisionDefinitionKey(key)
                                                .decisionDefinitionVersion(Integer.valueOf(version))
                                                .count()
                                > 0);
    }

    @Override
    public Collection<BpmnModelInstance> models() {
        if (models == null) {
            models = Stream.concat(read(".bpmn", Bpmn::readModelFromStream), staying().values().stream())
                    .toList();
        }
        return models;
    }

    /** What else cases start from now, which this deployment leaves as it is; by the name of its file. */
    Map<String, BpmnModelInstance> staying() {
        if (staying == null) {
            var brought = processes().map(Process::getId).collect(Collectors.toSet());
            staying = privileged.call(() -> newest().stream()
                    .filter(it -> !brought.contains(it.getKey()))
                    .collect(Collectors.toMap(
                            ProcessDefinition::getResourceName,
                            it -> repository.getBpmnModelInstance(it.getId()),
                            (one, same) -> one)));
        }
        return staying;
    }

    private Stream<Process> processes() {
        return read(".bpmn", Bpmn::readModelFromStream)
                .flatMap(it -> it.getModelElementsByType(Process.class).stream());
    }

    private Stream<Decision> decisions() {
        return read(".dmn", Dmn::readModelFromStream).flatMap(it -> it.getModelElementsByType(Decision.class).stream());
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
