package vn.tiendo.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** The due date of an open task or a timer, and the expression it was computed from. */
interface OpenDate {
    String subject();

    String what();

    Instant created();

    Date due();

    @Nullable
    Date said();

    void moveTo(Date due);

    static String subject(ExecutionEntity execution) {
        var instance = execution.getProcessInstance();
        return Objects.requireNonNullElse(instance.getBusinessKey(), instance.getId());
    }
}
