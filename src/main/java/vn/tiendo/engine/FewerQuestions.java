package vn.tiendo.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** What the engine would ask the database in every command although the answer is known. */
final class FewerQuestions {

    private FewerQuestions() {}

    static List<SessionFactory> sessions() {
        return List.of(
                inPlaceOf(AuthorizationManager.class, Authorizations::new),
                inPlaceOf(ExecutionManager.class, Executions::new),
                inPlaceOf(JobDefinitionManager.class, JobDefinitions::new),
                inPlaceOf(IncidentManager.class, Incidents::new));
    }

    private static SessionFactory inPlaceOf(Class<? extends Session> type, Supplier<Session> ours) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        };
    }

    private static final class Authorizations extends AuthorizationManager {

        /** Not first cut down to the groups that have any grant: all of ours have. */
        @Override
        public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
            return groups == null ? new ArrayList<>() : new ArrayList<>(groups);
        }

        /** Nobody is granted a single case; a grant an administrator made all the same outlives it and opens nothing. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.PROCESS_INSTANCE) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }
    }

    private static final class Executions extends ExecutionManager {

        /** A job's own execution comes together with the others of its case, which the job will ask for anyway. */
        @Override
        public ExecutionEntity findExecutionById(String id) {
            var job = Context.getCommandContext().getCurrentJob();
            if (job != null
                    && id.equals(job.getExecutionId())
                    && job.getProcessInstanceId() != null
                    && getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
                findExecutionsByProcessInstanceId(job.getProcessInstanceId());
            }
            return super.findExecutionById(id);
        }
    }

    private static final class JobDefinitions extends JobDefinitionManager {

        /** Whose they are never changes; what they say is read anew in every command. */
        private static final Map<String, String> PROCESSES = new ConcurrentHashMap<>();

        /** Those of one process come together: a command creates, runs and cancels jobs of several. */
        @Override
        public @Nullable JobDefinitionEntity findById(String id) {
            var process = PROCESSES.get(id);
            if (process != null && getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id) == null) {
                findByProcessDefinitionId(process);
            }
            var found = super.findById(id);
            if (found != null && found.getProcessDefinitionId() != null) {
                PROCESSES.put(id, found.getProcessDefinitionId());
            }
            return found;
        }
    }

    private static final class Incidents extends IncidentManager {

        /** Of a job that is done or cancelled; its execution, loaded already, knows whether it has any. */
        @Override
        public List<Incident> findIncidentByConfiguration(String job) {
            var known = getDbEntityManager().getDbEntityCache().get(JobEntity.class, job);
            var execution = known == null ? null : known.getExecution();
            return execution != null && execution.getIncidents().isEmpty()
                    ? new ArrayList<>()
                    : super.findIncidentByConfiguration(job);
        }
    }
}
