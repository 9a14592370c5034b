package vn.tiendo.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.deadline.Debt;
import vn.tiendo.deadline.Debts;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Sentences;
import vn.tiendo.plan.Plans;
import vn.tiendo.reporting.Round;
import vn.tiendo.reporting.Rounds;

/** The consolidations that the office owes, as the reminder ladder sees them. */
@Component
class ConsolidationDebts implements Debts {

    private static final Set<Round.State> OPEN =
            EnumSet.of(Round.State.OPEN, Round.State.GATHERED, Round.State.CONSOLIDATED);

    private final JdbcClient database;
    private final Rounds rounds;
    private final Plans plans;
    private final Directory directory;
    private final Clock clock;

    ConsolidationDebts(JdbcClient database, Rounds rounds, Plans plans, Directory directory, Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<Debt> find(String key) {
        return rounds.find(key).map(round -> {
            var office = directory.unit(directory.in(Position.OFFICE_HEAD).stream()
                    .findFirst()
                    .orElseThrow()
                    .unit());
            var lastDay = rounds.consolidatedBy(round);
            return new Debt(
                    key,
                    Debt.Kind.CONSOLIDATION,
                    Debt.Relation.ORDER,
                    OPEN.contains(round.state()),
                    round.plan(),
                    Sentences.of("consolidation.what", round.title()),
                    rounds.source(round, plans.get(round.plan())),
                    office.code(),
                    office.name(),
                    lastDay,
                    LocalDate.now(clock).isAfter(lastDay),
                    round.climbedUntil().toInstant(),
                    holders(round));
        });
    }

    /** The office writes it; then it lies with who signs it. */
    private Collection<Official> holders(Round round) {
        if (round.state() != Round.State.CONSOLIDATED) {
            return directory.members("office");
        }
        var signer = Objects.requireNonNull(plans.get(round.plan()).signer());
        return List.of(directory.official(signer));
    }

    @Override
    public void told(String key, Instant until) {
        database.sql("update report_round set climbed_until = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), key)
                .update();
    }

    /** The leader has the consolidation itself on his desk. */
    @Override
    public void askLeader(String key) {}
}
