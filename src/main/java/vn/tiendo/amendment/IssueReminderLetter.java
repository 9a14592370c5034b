package vn.tiendo.amendment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code issueReminderLetter}: the unit gets a công văn đôn đốc. */
@Component
class IssueReminderLetter implements JavaDelegate {

    private final ReminderLetters letters;

    IssueReminderLetter(ReminderLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.issue(execution.getProcessBusinessKey());
    }
}
