package vn.tiendo.modeling;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Refusal;

/** Steps that run by themselves and failed for good: the case waits until somebody lets them try again. */
@Component
class Incidents {

    private final RuntimeService instances;
    private final RepositoryService repository;
    private final ManagementService jobs;

    Incidents(RuntimeService instances, RepositoryService repository, ManagementService jobs) {
        this.instances = instances;
        this.repository = repository;
        this.jobs = jobs;
    }

    long count() {
        return instances.createIncidentQuery().incidentType("failedJob").count();
    }

    /** Newest first. */
    List<Stopped> all() {
        var cases = new HashMap<String, ProcessInstance>();
        return instances.createIncidentQuery().incidentType("failedJob").list().stream()
                .map(incident -> {
                    var running = incident.getProcessInstanceId() == null
                            ? null
                            : cases.computeIfAbsent(incident.getProcessInstanceId(), this::instance);
                    return new Stopped(
                            incident.getConfiguration(),
                            running == null ? null : running.getBusinessKey(),
                            step(incident.getProcessDefinitionId(), incident.getActivityId()),
                            incident.getIncidentTimestamp()
                                    .toInstant()
                                    .atZone(OfficeTime.ZONE)
                                    .toOffsetDateTime(),
                            Objects.requireNonNullElse(incident.getIncidentMessage(), ""));
                })
                .sorted(Comparator.comparing(Stopped::at).reversed())
                .toList();
    }

    private @Nullable ProcessInstance instance(String id) {
        return instances.createProcessInstanceQuery().processInstanceId(id).singleResult();
    }

    private String step(@Nullable String definition, @Nullable String activity) {
        return definition == null || activity == null
                ? ""
                : Difference.name(repository.getBpmnModelInstance(definition), activity);
    }

    /** One more try each, at once; what fails again is an incident again. */
    int tryAgain(Collection<String> chosen) {
        var known = Set.copyOf(chosen);
        var stopped = all().stream().filter(it -> known.contains(it.job())).toList();
        if (stopped.isEmpty()) {
            throw Refusal.because("incident.nothingChosen");
        }
        stopped.forEach(it -> jobs.setJobRetries(it.job(), 1));
        return stopped.size();
    }

    /** @param said the server's own words */
    record Stopped(String job, @Nullable String businessKey, String step, OffsetDateTime at, String said) {}
}
