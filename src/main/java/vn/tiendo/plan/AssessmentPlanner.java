package vn.tiendo.plan;

import java.util.Date;

/** The stage that lets units score themselves plans what a duty of the plan says about it. */
public interface AssessmentPlanner {

    /** Once for a plan, however often it is asked for. */
    void plan(Plan plan, Date opensAt);
}
