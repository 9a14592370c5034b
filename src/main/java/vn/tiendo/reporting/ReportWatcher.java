package vn.tiendo.reporting;

import vn.tiendo.directory.Unit;

/** A stage that decides about deadlines hears of reports that are settled and of reports that have been overdue for long. */
public interface ReportWatcher {

    /** It is in, or nobody waits for it any more. */
    void settled(String report);

    /** Another unit owes it now. */
    void handedOver(String report, Unit to);

    /** As often as it is told before somebody has decided, it puts the report before the leader once. */
    void longOverdue(Report report);
}
