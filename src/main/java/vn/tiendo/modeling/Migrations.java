package vn.tiendo.modeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.modeling.Versions.Version;

/**
 * Running cases go over to another version, each where it stands. Timers and due dates stay as they are: a deadline does
 * not begin anew because a model was changed.
 */
@Component
class Migrations {

    private final RuntimeService instances;
    private final RepositoryService repository;
    private final ManagementService management;
    private final TransactionTemplate tried;

    Migrations(
            RuntimeService instances,
            RepositoryService repository,
            ManagementService management,
            PlatformTransactionManager transactions) {
        this.instances = instances;
        this.repository = repository;
        this.management = management;
        this.tried = new TransactionTemplate(transactions);
        tried.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Every kind of place where cases stand is tried once and taken back. */
    DryRun tryOut(Version from, Version to) {
        var plan = plan(from, to);
        var alike = new LinkedHashMap<TreeSet<String>, List<ProcessInstance>>();
        for (var instance : running(from)) {
            alike.computeIfAbsent(
                            new TreeSet<>(instances.getActiveActivityIds(instance.getId())),
                            places -> new ArrayList<>())
                    .add(instance);
        }
        var model = repository.getBpmnModelInstance(from.id());
        var places = alike.entrySet().stream()
                .map(place -> new Place(
                        place.getKey().stream()
                                .map(id -> Difference.name(model, id))
                                .collect(Collectors.joining(", ")),
                        place.getValue().stream()
                                .map(instance -> String.valueOf(instance.getBusinessKey()))
                                .sorted()
                                .toList(),
                        place.getValue().stream().map(ProcessInstance::getId).toList(),
                        problems(plan, place.getValue().get(0), model)))
                .toList();
        return new DryRun(places);
    }

    private MigrationPlan plan(Version from, Version to) {
        return instances
                .createMigrationPlan(from.id(), to.id())
                .mapEqualActivities()
                .build();
    }

    private List<ProcessInstance> running(Version version) {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionId(version.id())
                .list();
    }

    private List<String> problems(MigrationPlan plan, ProcessInstance instance, BpmnModelInstance model) {
        try {
            tried.executeWithoutResult(status -> {
                status.setRollbackOnly();
                instances
                        .newMigration(plan)
                        .processInstanceIds(instance.getId())
                        .skipCustomListeners()
                        .execute();
            });
            return List.of();
        } catch (MigratingProcessInstanceValidationException refused) {
            var report = refused.getValidationReport();
            var problems = new ArrayList<String>();
            report.getFailures().forEach(said -> problems.add(Sentences.of("migration.refused", said)));
            report.getActivityInstanceReports()
                    .forEach(it -> it.getFailures()
                            .forEach(said -> problems.add(sentence(model, it.getSourceScopeId(), said))));
            report.getTransitionInstanceReports()
                    .forEach(it -> it.getFailures()
                            .forEach(said -> problems.add(sentence(model, it.getSourceScopeId(), said))));
            return problems.stream().distinct().toList();
        } catch (ProcessEngineException refused) {
            return List.of(Sentences.of("migration.refused", refused.getMessage()));
        }
    }

    private static String sentence(BpmnModelInstance model, String element, String said) {
        var name = Difference.name(model, element);
        return said.startsWith("There is no migration instruction")
                ? Sentences.of("migration.noPlace", name, element)
                : Sentences.of("migration.refusedAt", name, element, said);
    }

    /** Those that can, one after the other, in the background; a case that cannot go stays where it is. */
    void start(Version from, Version to) {
        var able = tryOut(from, to).places().stream()
                .filter(place -> place.problems().isEmpty())
                .flatMap(place -> place.instances().stream())
                .toList();
        if (able.isEmpty()) {
            throw Refusal.because("migration.nobody", from.number());
        }
        instances
                .newMigration(plan(from, to))
                .processInstanceIds(able)
                .skipCustomListeners()
                .executeAsync();
    }

    /** Those still under way. */
    List<Progress> batches() {
        return management.createBatchStatisticsQuery().type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).list().stream()
                .map(Migrations::progress)
                .toList();
    }

    private static Progress progress(BatchStatistics batch) {
        return new Progress(
                batch.getTotalJobs(), batch.getCompletedJobs(), batch.getFailedJobs(), batch.getCreateUserId());
    }

    /** @param problems none if the cases that stand there can go over */
    record Place(String where, List<String> cases, List<String> instances, List<String> problems) {}

    record DryRun(List<Place> places) {

        public long able() {
            return places.stream()
                    .filter(it -> it.problems().isEmpty())
                    .mapToLong(it -> it.cases().size())
                    .sum();
        }

        public long unable() {
            return places.stream().mapToLong(it -> it.cases().size()).sum() - able();
        }
    }

    record Progress(
            int total, int done, int failed, @Nullable String by) {}
}
