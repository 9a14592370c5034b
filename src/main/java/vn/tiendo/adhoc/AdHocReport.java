package vn.tiendo.adhoc;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process {@code adHocReport}: a request is recorded, and with it its round is open. */
@Component
class AdHocReport {

    private final RuntimeService instances;

    AdHocReport(RuntimeService instances) {
        this.instances = instances;
    }

    void start(String request, String plan) {
        instances.startProcessInstanceByKey("adHocReport", request, Map.of("plan", plan));
    }

    record Variables(String plan) {}
}
