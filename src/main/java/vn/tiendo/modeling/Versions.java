package vn.tiendo.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;

/** Every version of every process and decision: who deployed it when and from where, and how many cases run by it. */
@Component
class Versions {

    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;
    private final BundledModels bundled;

    Versions(
            RepositoryService repository, ManagementService management, HistoryService history, BundledModels bundled) {
        this.repository = repository;
        this.management = management;
        this.history = history;
        this.bundled = bundled;
    }

    /** Newest first, processes before decisions. */
    List<Version> all() {
        var deployments = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        var people = history
                .createUserOperationLogQuery()
                .entityType(EntityTypes.DEPLOYMENT)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                .list()
                .stream()
                .filter(entry -> entry.getUserId() != null && entry.getDeploymentId() != null)
                .collect(Collectors.toMap(
                        UserOperationLogEntry::getDeploymentId, UserOperationLogEntry::getUserId, (a, b) -> a));
        var running = management.createProcessDefinitionStatisticsQuery().list().stream()
                .collect(Collectors.toMap(
                        ProcessDefinitionStatistics::getId, it -> (long) it.getInstances(), (a, b) -> a));
        Stream<ResourceDefinition> definitions = Stream.concat(
                repository.createProcessDefinitionQuery().list().stream(),
                repository.createDecisionDefinitionQuery().list().stream());
        return definitions
                .flatMap(it -> Optional.ofNullable(deployments.get(it.getDeploymentId()))
                        .map(deployment -> version(it, deployment, people, running))
                        .stream())
                .sorted(Comparator.comparing(Version::decision)
                        .thenComparing(Version::name)
                        .thenComparing(Version::key)
                        .thenComparing(Comparator.comparing(Version::number).reversed()))
                .toList();
    }

    private static Version version(
            ResourceDefinition definition,
            Deployment deployment,
            Map<String, String> people,
            Map<String, Long> running) {
        return new Version(
                definition.getId(),
                definition.getKey(),
                Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                definition.getVersion(),
                definition.getResourceName(),
                deployment.getId(),
                deployment
                        .getDeploymentTime()
                        .toInstant()
                        .atZone(OfficeTime.ZONE)
                        .toOffsetDateTime(),
                deployment.getSource(),
                people.get(deployment.getId()),
                running.getOrDefault(definition.getId(), 0L));
    }

    /** Of one key, newest first. */
    List<Version> of(String key) {
        var versions = all().stream().filter(it -> it.key().equals(key)).toList();
        if (versions.isEmpty()) {
            throw new NotFound("model " + key);
        }
        return versions;
    }

    Version get(String id) {
        return all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + id));
    }

    /** As it was deployed. */
    byte[] source(Version version) {
        try (InputStream stream = repository.getResourceAsStream(version.deployment(), version.file())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest version is an administrator's, and the release brought another. */
    boolean isBundledAvailable(Version newest) {
        return !newest.isBundled() && bundled.has(newest.bundledFile());
    }

    record Version(
            String id,
            String key,
            String name,
            int number,
            String file,
            String deployment,
            OffsetDateTime at,
            @Nullable String source,
            @Nullable String by,
            long running) {

        boolean decision() {
            return file.endsWith(".dmn");
        }

        /** A file of the release is named after what is in it; an administrator may name his as he likes. */
        String bundledFile() {
            return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + (decision() ? ".dmn" : ".bpmn");
        }

        /** Came with a release. */
        public boolean isBundled() {
            return BundledModels.BUNDLE.equals(source);
        }

        public boolean isDecision() {
            return decision();
        }
    }
}
