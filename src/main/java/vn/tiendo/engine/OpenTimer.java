package vn.tiendo.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** A timer that has not fired, with the date of its event. */
final class OpenTimer implements OpenDate {

    private final TimerEntity timer;
    private final TimerDeclarationImpl declaration;
    private final String name;
    private final ManagementService jobs;

    OpenTimer(TimerEntity timer, TimerDeclarationImpl declaration, String name, ManagementService jobs) {
        this.timer = timer;
        this.declaration = declaration;
        this.name = name;
        this.jobs = jobs;
    }

    @Override
    public String subject() {
        return OpenDate.subject(timer.getExecution());
    }

    @Override
    public String what() {
        return name;
    }

    @Override
    public Instant created() {
        return timer.getCreateTime().toInstant();
    }

    @Override
    public Date due() {
        return timer.getDuedate();
    }

    @Override
    public Date said() {
        var due = timer.getDuedate();
        try {
            declaration.resolveAndSetDuedate(timer.getExecution(), timer, true);
            return timer.getDuedate();
        } finally {
            timer.setDuedate(due);
        }
    }

    @Override
    public void moveTo(Date due) {
        jobs.setJobDuedate(timer.getId(), due);
    }
}
