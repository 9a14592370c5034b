package vn.tiendo.deadline;

import java.time.Instant;
import java.util.Optional;

/** A stage where things are owed; the ladder asks every stage for the case it watches over. */
public interface Debts {

    /** @return empty if the case is none of this stage's */
    Optional<Debt> find(String key);

    void told(String key, Instant until);

    /** Puts the overdue work before the leader in charge; while he has not answered, asking again changes nothing. */
    void askLeader(String key);
}
