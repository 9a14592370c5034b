package vn.tiendo.substitution;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.PersonalTasks;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.Plans;
import vn.tiendo.security.Identities;

/** Everything one person still had to do becomes another's, in one act. */
@Component
class Handovers {

    private final JdbcClient database;
    private final SubstitutionCheck check;
    private final PersonalTasks tasks;
    private final Plans plans;
    private final PlanHistory history;
    private final FormInputs inputs;
    private final Identities identities;
    private final Mails mails;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Privileged privileged;
    private final Clock clock;

    Handovers(
            JdbcClient database,
            SubstitutionCheck check,
            PersonalTasks tasks,
            Plans plans,
            PlanHistory history,
            FormInputs inputs,
            Identities identities,
            Mails mails,
            Directory directory,
            CurrentOfficial current,
            Privileged privileged,
            Clock clock) {
        this.database = database;
        this.check = check;
        this.tasks = tasks;
        this.plans = plans;
        this.history = history;
        this.inputs = inputs;
        this.identities = identities;
        this.mails = mails;
        this.directory = directory;
        this.current = current;
        this.privileged = privileged;
        this.clock = clock;
    }

    static boolean isMadeBy(Official me, Official giver) {
        return me.holds(Position.ADMINISTRATOR, Position.CHAIR) || me.leads(giver.unit());
    }

    /**
     * The caller lets the directory {@linkplain Directory#forget() forget} once this is committed.
     *
     * @return how many plans went over
     * @throws Refusal if the person may not, or the other cannot do what the giver did
     */
    @Transactional
    int handOver(Input input) {
        var giver = check.person("giver", "field.giver", input.giver());
        var taker = check.inOffice("taker", "field.taker", input.taker());
        if (!isMadeBy(current.get(), giver)) {
            throw Refusal.of("giver", "handover.notYours", giver.name());
        }
        if (giver.login().equals(taker.login())) {
            throw Refusal.of("taker", "handover.oneself");
        }
        if (taker.holds(Position.ADMINISTRATOR) || giver.isLeader() && !taker.isLeader()) {
            throw Refusal.of("taker", "handover.cannot", taker.name(), giver.name());
        }
        var reason = Entries.text("reason", "field.reason", input.reason(), 500);
        var id = UUID.randomUUID();
        database.sql(
                        "insert into handover (id, giver, taker, reason, leader, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        giver.login(),
                        taker.login(),
                        reason,
                        giver.isLeader(),
                        current.login(),
                        OffsetDateTime.now(clock))
                .update();
        tasks.passOn(giver.login(), taker.login(), List.of("drafter", "signer"));
        inputs.handOver(giver.login(), taker.login());
        var moved = plans.handOver(giver.login(), taker.login());
        history.note(moved, "handedOver", taker.name());
        if (giver.isLeader()) {
            directory.forget();
            privileged.run(() -> identities.follow(directory.official(taker.login())));
        }
        tell(id, giver, taker, moved.size(), reason);
        return moved.size();
    }

    private void tell(UUID id, Official giver, Official taker, int plans, String reason) {
        mails.post(Stream.of(giver, taker)
                .map(reader -> new Letter(
                        "handover/" + id + "/" + reader.login(),
                        null,
                        reader.name(),
                        reader.email(),
                        Sentences.of("handover.mail", giver.name(), taker.name()),
                        List.of(Sentences.of("handover.body", giver.name(), taker.name(), plans, reason)),
                        "/camunda/app/tasklist/default/",
                        Sentences.of("handover.why"),
                        null))
                .toList());
    }

    record Input(
            @Nullable String giver,
            @Nullable String taker,
            @Nullable String reason) {}
}
