package vn.tiendo.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.springframework.context.ApplicationContext;

/** Whatever way a deployment comes, it is looked at as a whole; a refusal leaves nothing of it behind. */
class CheckedDeployments implements Deployer {

    private final ApplicationContext context;

    CheckedDeployments(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var check = context.getBean(DeploymentCheck.class);
        var files = new HashMap<String, byte[]>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        check.completion(files).forEach((name, content) -> {
            add(deployment, name, content);
            files.put(name, content);
        });
        var findings = check.findings(deployment.getSource(), files);
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    private static void add(DeploymentEntity deployment, String name, byte[] content) {
        var resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(content);
        resource.setDeploymentId(deployment.getId());
        resource.setType(ResourceTypes.REPOSITORY.getValue());
        resource.setCreateTime(deployment.getDeploymentTime());
        deployment.addResource(resource);
        Context.getCommandContext().getResourceManager().insertResource(resource);
    }

    /** The REST API answers this one with status 400 and each problem by its file and element, as Modeler expects it. */
    static final class Refused extends ParseException {

        Refused(Map<String, List<Finding>> findings) {
            super(sentences(findings), "", List.of(), List.of());
            resorceReports.clear();
            findings.forEach((file, found) -> resorceReports.addAll(new ParseException(
                            "", file, found.stream().map(Refused::problem).toList(), List.of())
                    .getResorceReports()));
        }

        private static String sentences(Map<String, List<Finding>> findings) {
            return findings.entrySet().stream()
                    .map(file -> file.getKey() + "\n"
                            + file.getValue().stream()
                                    .map(finding -> "  " + finding)
                                    .collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n", Sentences.of("finding.refused", count(findings)) + "\n", ""));
        }

        private static int count(Map<String, List<Finding>> findings) {
            return findings.values().stream().mapToInt(List::size).sum();
        }

        private static Problem problem(Finding finding) {
            return new Problem() {
                @Override
                public String getMessage() {
                    return finding.sentence();
                }

                @Override
                public int getLine() {
                    return 0;
                }

                @Override
                public int getColumn() {
                    return 0;
                }

                @Override
                public String getMainElementId() {
                    return finding.element();
                }

                @Override
                public List<String> getElementIds() {
                    return List.of(finding.element());
                }
            };
        }
    }
}
