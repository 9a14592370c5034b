package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** A step that fails for good is an incident until it succeeds. */
@ProcessTest
class IncidentTest {

    @Autowired
    Journey journey;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Test
    void anIncidentEndsWhenItsStepSucceedsAlsoAfterNewTriesForAllCases() {
        journey.beginsAt("2023-02-10T09:00");
        var plan = (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.tries("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "10/02/2023"));
        var issue = jobs.createJobQuery().executable().singleResult();
        numbered(null);
        for (var time = 0; time < 5; time++) {
            assertThatThrownBy(() -> jobs.executeJob(issue.getId())).isNotNull();
        }
        assertThat(instances.createIncidentQuery().count()).isEqualTo(1);

        numbered("01/KH-UBND");
        jobs.setJobRetriesByJobDefinitionId(issue.getJobDefinitionId(), 3);
        jobs.executeJob(issue.getId());

        assertThat(instances.createIncidentQuery().count()).isZero();
    }

    /** Without its number a plan cannot be issued. */
    private void numbered(@Nullable String code) {
        journey.database().sql("update plan set code = ?").param(code).update();
    }
}
