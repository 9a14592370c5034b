package vn.tiendo.engine;

import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What the engine must not do by default; the reasons are in {@code docs/decisions}. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final PasswordPolicy passwords;
    private final int hashMemory;

    /**
     * @param migrated the engine's tables are Flyway's first migration, so it must have run
     * @param hashMemory what hashing a password takes, in KiB
     */
    EngineSettings(
            ApplicationContext context,
            FlywayMigrationInitializer migrated,
            PasswordPolicy passwords,
            @Value("${tien-do.password-memory}") int hashMemory) {
        this.context = context;
        this.passwords = passwords;
        this.hashMemory = hashMemory;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (!OfficeTime.ZONE.getId().equals(TimeZone.getDefault().getID())) {
            throw new StartRefused(
                    Sentences.of("start.wrongZone", TimeZone.getDefault().getID()));
        }
        engine.setExpressionManager(new GuardedExpressions(context));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setResourceAuthorizationProvider(new Grants());
        engine.setCustomSessionFactories(FewerQuestions.sessions());
        engine.setCustomPreDeployers(List.of(new CheckedDeployments(context)));
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9._-]+");
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9._-]+");
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        // the ten years count from the end of a case, which its history has; with a date of its own in every row each
        // command
        // looks the case up and each job looks for a batch
        engine.setHistoryRemovalTimeStrategy("none");
        engine.setHistoryCleanupStrategy("endTimeBased");
        // nobody is ever forbidden what his group is granted, so no query has to look for it
        engine.setAuthorizationCheckRevokes("never");
        engine.setTaskMetricsEnabled(false);
        engine.setPasswordEncryptor(new PasswordHashing(hashMemory));
        engine.setPasswordPolicy(passwords);
        engine.setEnablePasswordPolicy(true);
        // wrong passwords cost growing pauses up to a minute, never the account
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setEnableHistoricInstancePermissions(true);
    }
}
