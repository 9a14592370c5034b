package vn.tiendo.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The system looks something up in the engine that the signed-in person has no permission for. */
@Component
public class Privileged {

    private final IdentityService identities;

    Privileged(IdentityService identities) {
        this.identities = identities;
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public <T> T call(Supplier<T> work) {
        var caller = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (caller != null) {
                identities.setAuthentication(caller.getUserId(), caller.getGroupIds());
            }
        }
    }
}
