package vn.tiendo.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiendo.engine.OfficeTime;

/**
 * The engine alone, in a database of its own on the same server: our models, default settings, full history, no
 * authorizations and {@link BareSteps empty steps}. A life here costs what the engine takes for itself.
 */
public final class BareEngine implements AutoCloseable {

    private final Statements statements = new Statements();
    private final HikariDataSource source = new HikariDataSource();
    private final ProcessEngine engine;

    public BareEngine(EmbeddedPostgres server) throws IOException {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database bare")
                .update();
        source.setJdbcUrl(server.getJdbcUrl("postgres", "bare"));
        source.setUsername("postgres");
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource((DataSource) statements.postProcessAfterInitialization(source, "bare"));
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setAuthorizationEnabled(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setJobExecutorActivate(false);
        settings.setBeans(beans());
        engine = settings.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var model : models("mn")) {
            deployment.addString(model.getFileName().toString(), Files.readString(model));
        }
        deployment.deploy();
    }

    private static List<Path> models(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Map<Object, Object> beans() throws IOException {
        var answers = new BareSteps.Answers();
        var beans = new HashMap<Object, Object>(Map.of("deadline", answers, "ladder", answers, "directory", answers));
        JavaDelegate steps = new BareSteps()::execute;
        for (var model : models(".bpmn")) {
            Bpmn.readModelFromFile(model.toFile())
                    .getModelElementsByType(ServiceTask.class)
                    .forEach(step -> beans.put(step.getId(), steps));
        }
        return beans;
    }

    /** Ten recipients, two rounds of five units, nothing returned and nothing late. */
    public Statements.Count life() {
        ClockUtil.setCurrentTime(Date.from(
                LocalDateTime.parse("2023-02-10T09:00").atZone(OfficeTime.ZONE).toInstant()));
        var before = statements.now();
        signedIn(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "planLifecycle", "P", Map.of("plan", "P", "unit", "unit", "drafter", "drafter")));
        Stream.of("draftPlan", "reviewDraft", "checkForm", "approvePlan", "numberPlan")
                .forEach(step -> does("P", step));
        for (var round : BareSteps.below("P", BareSteps.ROUNDS)) {
            ClockUtil.setCurrentTime(new BareSteps.Answers().workingDays(100));
            settle();
            BareSteps.below(round, BareSteps.UNITS).forEach(report -> does(report, "handInReport"));
            BareSteps.below(round, BareSteps.UNITS).forEach(report -> does(report, "acceptReport"));
            does(round, "editConsolidation");
            does(round, "approveConsolidation");
        }
        var open = Statements.quietly(
                () -> engine.getRuntimeService().createProcessInstanceQuery().count());
        if (open != 0) {
            throw new IllegalStateException(open + " cases did not end");
        }
        return statements.now().since(before);
    }

    /** As a person does it: takes the work from the group, then completes it. */
    private void does(String key, String step) {
        var tasks = engine.getTaskService();
        var task = Statements.quietly(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(step)
                .singleResult());
        signedIn(() -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), "person");
            }
            tasks.complete(task.getId());
        });
        settle();
    }

    private void signedIn(Runnable work) {
        engine.getIdentityService().setAuthentication("person", List.of());
        work.run();
        engine.getIdentityService().clearAuthentication();
    }

    private void settle() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return Statements.quietly(() ->
                engine.getManagementService().createJobQuery().executable().list());
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
