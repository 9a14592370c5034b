package vn.tiendo.engine;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * People read and change their own account but do not delete it. A task is granted to its candidate groups and its assignee,
 * each once.
 */
class Grants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
        var own = createGrantAuthorization(
                user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE);
        return new AuthorizationEntity[] {own};
    }

    /** Who takes work of his own group has it granted through the group, and has it no longer when he leaves the group. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String before, @Nullable String assignee) {
        var caller = Context.getCommandContext().getAuthentication();
        var throughGroup = caller != null
                && Objects.equals(caller.getUserId(), assignee)
                && caller.getGroupIds() != null
                && ((TaskEntity) task)
                        .getCandidates().stream()
                                .anyMatch(candidate -> caller.getGroupIds().contains(candidate.getGroupId()));
        return throughGroup ? null : super.newTaskAssignee(task, before, assignee);
    }

    /** A task that is just being created is not looked up: the database cannot know it. */
    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorization(
            String task, @Nullable String user, @Nullable String group, Resource resource) {
        var known = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, task);
        return known != null && known.getEntityState() == DbEntityState.TRANSIENT
                ? null
                : super.getGrantAuthorization(task, user, group, resource);
    }
}
