package vn.tiendo.engine;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.context.ApplicationContext;

/** Before anything of a deployment is kept, its decision tables are looked at; a refusal leaves nothing behind. */
class CheckedDecisions implements Deployer {

    private final ApplicationContext context;

    CheckedDecisions(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        deployment.getResources().values().stream()
                .filter(resource -> resource.getName().endsWith(".dmn"))
                .forEach(this::check);
    }

    private void check(ResourceEntity resource) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
        var checks = context.getBeansOfType(DecisionTableCheck.class).values();
        model.getModelElementsByType(Decision.class)
                .forEach(decision -> checks.forEach(check -> check.check(decision)));
    }
}
