package vn.tiendo.deadline;

import vn.tiendo.directory.Unit;

/** A stage that decides about deadlines hears of what is settled, passed on or overdue for long, by its business key. */
public interface DebtWatcher {

    /** It is in, or nobody waits for it any more. */
    void settled(String key);

    /** Another unit owes it now. */
    void handedOver(String key, Unit to);

    /** As often as it is told before somebody has decided, it puts the debt before the leader once. */
    void longOverdue(String key);
}
