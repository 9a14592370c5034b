package vn.tiendo.plan;

import java.util.List;

/** The stage that gives tasks says which of them have no end, so that a unit tells of them with each of its reports. */
public interface OngoingWork {

    /** What the tasks say, in the order of the plan. */
    List<String> of(String plan, String unit);
}
