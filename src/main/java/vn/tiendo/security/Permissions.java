package vn.tiendo.security;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.engine.Sentences;

/** What officials and administrators may do in the engine, and the four lists everybody sees in Tasklist. */
@Component
public class Permissions {

    static final String OFFICIALS = "officials";
    static final String ADMINISTRATORS = "camunda-admin";
    private static final String ANY = "*";

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    Permissions(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Grants what is missing; nothing is taken away that an administrator added. */
    @Transactional
    public void ensure() {
        for (var resource : Resources.values()) {
            grant(ADMINISTRATORS, resource, ANY, ALL);
        }
        grant(OFFICIALS, Resources.APPLICATION, "tasklist", ACCESS);
        grant(OFFICIALS, Resources.APPLICATION, "welcome", ACCESS);
        // the diagram beside a task; starting is open for what begins with a form of theirs
        grant(OFFICIALS, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        grant(
                OFFICIALS,
                Resources.PROCESS_DEFINITION,
                "planLifecycle",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        for (var process : List.of("adHocReport", "selfAssessment")) {
            for (var opener : List.of("office", "viceChair", "chair")) {
                grant(
                        opener,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE);
            }
        }
        grant(OFFICIALS, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
        // a task shows the name of its group, not the code
        grant(OFFICIALS, Resources.GROUP, ANY, READ);
        list(1, "filter.mine", tasks.createTaskQuery().taskInvolvedUserExpression("${currentUser()}"));
        list(2, "filter.unit", tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}"));
        list(
                3,
                "filter.dueSoon",
                tasks.createTaskQuery().dueAfterExpression("${now()}").dueBeforeExpression("${deadline.soon()}"));
        list(4, "filter.overdue", tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var granted = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (granted == 0) {
            var grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }

    private void list(int priority, String key, TaskQuery query) {
        var name = Sentences.of(key);
        var existing = filters.createTaskFilterQuery().filterName(name).list();
        var filter = existing.isEmpty() ? filters.newTaskFilter(name) : existing.get(0);
        if (existing.isEmpty()) {
            filter.setProperties(Map.of(
                    "priority", priority, "refresh", true, "variables", List.of(), "showUndefinedVariable", false));
            filter.setQuery(query);
            filters.saveFilter(filter);
        }
        grant(OFFICIALS, Resources.FILTER, filter.getId(), READ);
    }
}
