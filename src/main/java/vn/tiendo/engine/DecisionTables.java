package vn.tiendo.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The newest version of a decision table: what it answers, its file, and another file in its place. */
@Component
public class DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService models;
    private final JdbcClient database;
    private final Privileged privileged;

    DecisionTables(DecisionService decisions, RepositoryService models, JdbcClient database, Privileged privileged) {
        this.decisions = decisions;
        this.models = models;
        this.database = database;
        this.privileged = privileged;
    }

    public Version newest(String key) {
        return privileged.call(() -> {
            var newest = models.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            var deployed = models.createDeploymentQuery()
                    .deploymentId(newest.getDeploymentId())
                    .singleResult()
                    .getDeploymentTime();
            try (var file = models.getDecisionModel(newest.getId())) {
                return new Version(
                        newest.getId(),
                        newest.getVersion(),
                        newest.getResourceName(),
                        deployed.toInstant().atZone(OfficeTime.ZONE).toOffsetDateTime(),
                        file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** @return empty if the newest table has no answer, or several */
    public Optional<Object> answer(String key, Map<String, Object> question) {
        try {
            return Optional.ofNullable(privileged
                    .call(() -> decisions
                            .evaluateDecisionByKey(key)
                            .variables(question)
                            .evaluate())
                    .getSingleEntry());
        } catch (ProcessEngineException | DmnEngineException failure) {
            if (!isTheTables(failure) && !isTheTables(failure.getCause())) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /** And not the database's. */
    private static boolean isTheTables(@Nullable Throwable failure) {
        return failure instanceof DmnEngineException || failure instanceof FeelException;
    }

    /**
     * Deploys another file in the name of who is signed in.
     *
     * @param source as the page Mô hình shows it
     * @throws Refusal if the guard finds something, or {@code seen} is not the newest version any more
     */
    @Transactional
    public void replace(String key, Version seen, byte[] file, String source) {
        // the row the engine locks for every deployment, so nobody deploys between looking and deploying
        database.sql("select rev_ from act_ge_property where name_ = 'deployment.lock' for update")
                .query(Integer.class)
                .single();
        if (!newest(key).id().equals(seen.id())) {
            throw Refusal.because("model.changedMeanwhile");
        }
        try {
            models.createDeployment()
                    .name(key)
                    .source(source)
                    .addInputStream(seen.file(), new ByteArrayInputStream(file))
                    .deploy();
        } catch (ParseException refused) {
            throw Refusal.because("model.refused", String.valueOf(refused.getMessage()));
        }
    }

    /** @param file its name */
    public record Version(String id, int number, String file, OffsetDateTime deployedAt, byte[] content) {}
}
