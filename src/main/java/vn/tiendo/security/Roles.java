package vn.tiendo.security;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Sentences;

/** Who does which step: read from the newest deployed models, the posts people hold and what the engine lets groups start. */
@Component
class Roles {

    /** How models say "the unit of this case"; its officials and its head have groups named after it. */
    private static final String UNIT = "${unit}";

    private static final Map<String, String> SENTENCES = Map.of(
            UNIT,
            "role.unit",
            UNIT + "Head",
            "role.unitHead",
            "${directory.leadersOver(unit)}",
            "role.leaders",
            "${drafter}",
            "role.drafter",
            "${signer}",
            "role.signer",
            "${person}",
            "role.person");

    private final Directory directory;
    private final RepositoryService models;
    private final AuthorizationService authorizations;
    private final IdentityService identities;

    Roles(
            Directory directory,
            RepositoryService models,
            AuthorizationService authorizations,
            IdentityService identities) {
        this.directory = directory;
        this.models = models;
        this.authorizations = authorizations;
        this.identities = identities;
    }

    /** First those that come with a post, then those that a case gives to somebody. */
    List<Role> all() {
        var processes = models.createProcessDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(Roles::name))
                .toList();
        var steps = new LinkedHashMap<String, List<Step>>();
        Arrays.stream(Position.values())
                .flatMap(position -> holding(position).ownGroups().stream())
                .forEach(role -> steps.put(role, List.of()));
        for (var process : processes) {
            for (var task : models.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)) {
                var step = new Step(Objects.requireNonNullElse(task.getName(), task.getId()), name(process));
                doers(task).forEach(doer -> steps.merge(doer, List.of(step), Roles::joined));
            }
        }
        var startable = startable(processes);
        var groups = identities.createGroupQuery().list().stream()
                .collect(Collectors.toMap(
                        Group::getId, group -> Objects.requireNonNullElse(group.getName(), group.getId())));
        return steps.entrySet().stream()
                .map(role -> new Role(
                        name(role.getKey(), groups),
                        positions(role.getKey()),
                        holders(role.getKey()),
                        role.getValue(),
                        startable.getOrDefault(role.getKey(), List.of())))
                .toList();
    }

    private static Stream<String> doers(UserTask task) {
        return Stream.of(task.getCamundaCandidateGroups(), task.getCamundaCandidateUsers(), task.getCamundaAssignee())
                .filter(Objects::nonNull)
                .flatMap(list -> Arrays.stream(list.split(",(?![^{]*})")))
                .map(String::strip);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Map<String, List<String>> startable(List<ProcessDefinition> processes) {
        var names = processes.stream().collect(Collectors.toMap(ProcessDefinition::getKey, Roles::name));
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .hasPermission(CREATE_INSTANCE)
                .list()
                .stream()
                .filter(grant -> grant.getGroupId() != null && names.containsKey(grant.getResourceId()))
                .collect(Collectors.groupingBy(
                        Authorization::getGroupId,
                        Collectors.mapping(grant -> names.get(grant.getResourceId()), Collectors.toList())));
    }

    private static String name(ProcessDefinition process) {
        return Objects.requireNonNullElse(process.getName(), process.getKey());
    }

    /** A group of the engine has a name; an expression we do not know is shown as it stands in the model. */
    private static String name(String role, Map<String, String> groups) {
        return SENTENCES.containsKey(role) ? Sentences.of(SENTENCES.get(role)) : groups.getOrDefault(role, role);
    }

    private static List<Position> positions(String role) {
        return Arrays.stream(Position.values())
                .filter(position -> holding(position).ownGroups().contains(role))
                .toList();
    }

    private static Official holding(Position position) {
        return new Official("", "", UNIT, position, "", "", null, null);
    }

    private List<Holder> holders(String role) {
        return directory.officials().stream()
                .filter(one -> one.groups().contains(ofHisUnit(role, one)))
                .map(one -> new Holder(one, !one.ownGroups().contains(ofHisUnit(role, one))))
                .toList();
    }

    private static String ofHisUnit(String role, Official one) {
        return role.replace(UNIT, one.unit());
    }

    /** @param positions that bring the role; empty: the case says who it is */
    record Role(
            String name, List<Position> positions, List<Holder> holders, List<Step> steps, List<String> startable) {}

    /** @param standsIn does it today for somebody else */
    record Holder(Official person, boolean standsIn) {}

    record Step(String name, String process) {}
}
