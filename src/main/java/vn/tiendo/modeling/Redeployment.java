package vn.tiendo.modeling;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import vn.tiendo.engine.Refusal;
import vn.tiendo.modeling.Versions.Version;

/** An earlier version, or the release's, becomes the newest one: new cases follow it from then on. */
@Component
class Redeployment {

    /** Not the release's any more: somebody chose it, so no release takes its place. */
    private static final String SOURCE = "tien-do";

    private final RepositoryService repository;
    private final BundledModels bundled;

    Redeployment(RepositoryService repository, BundledModels bundled) {
        this.repository = repository;
        this.bundled = bundled;
    }

    /** With the forms it had, without what else was deployed that day. */
    void again(Version version) {
        try {
            var deployment = repository
                    .createDeployment()
                    .name(version.key() + " " + version.number())
                    .source(SOURCE);
            deployment.addDeploymentResourcesByName(
                    version.deployment(),
                    repository.getDeploymentResourceNames(version.deployment()).stream()
                            .filter(name -> name.equals(version.file()) || name.endsWith(".html"))
                            .toList());
            deployment.deploy();
        } catch (ParseException refused) {
            throw Refusal.because("model.notDeployed", String.valueOf(refused.getMessage()));
        }
    }

    void bundled(Version newest) {
        if (newest.isBundled() || !bundled.deploy(newest.bundledFile())) {
            throw Refusal.because("model.noBundled");
        }
    }
}
