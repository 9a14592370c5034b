package vn.tiendo.adhoc;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code recordRequest}: what a leader or the office asks becomes a report round. */
@Component
class RecordRequest implements JavaDelegate {

    private final Requests requests;

    RecordRequest(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.record(execution.getProcessBusinessKey());
    }
}
