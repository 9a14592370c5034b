package vn.tiendo.substitution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.PersonalTasks;
import vn.tiendo.engine.Privileged;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.security.Identities;

/** Names substitutes, lets them begin and end by themselves, and tells both sides. */
@Component
class Substitutions {

    private final JdbcClient database;
    private final SubstitutionCheck check;
    private final PersonalTasks tasks;
    private final Identities identities;
    private final Mails mails;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Privileged privileged;
    private final Clock clock;

    Substitutions(
            JdbcClient database,
            SubstitutionCheck check,
            PersonalTasks tasks,
            Identities identities,
            Mails mails,
            Directory directory,
            CurrentOfficial current,
            Privileged privileged,
            Clock clock) {
        this.database = database;
        this.check = check;
        this.tasks = tasks;
        this.identities = identities;
        this.mails = mails;
        this.directory = directory;
        this.current = current;
        this.privileged = privileged;
        this.clock = clock;
    }

    /** Those that are not over, or ended in the last thirty days, that this person takes part in or may make. */
    List<Substitution> seenBy(Official me) {
        return database
                .sql("select * from substitution where last_day >= ? order by first_day desc, absent, signing")
                .param(LocalDate.now(clock).minusDays(30))
                .query(Substitution.class)
                .list()
                .stream()
                .filter(one -> List.of(one.absent(), one.substitute()).contains(me.login())
                        || isMadeBy(me, directory.official(one.absent()), one.signing()))
                .toList();
    }

    /** Everybody for himself; else the head, the Chủ tịch or the administrator; an authorisation to sign only who gives it. */
    static boolean isMadeBy(Official me, Official absent, boolean signing) {
        return me.login().equals(absent.login())
                || me.holds(Position.CHAIR)
                || !signing && (me.leads(absent.unit()) || me.holds(Position.ADMINISTRATOR));
    }

    /**
     * The caller {@linkplain #align() aligns} once this is committed.
     *
     * @throws Refusal if the person may not, the days cannot be, or an authorisation to sign lacks what makes it one
     */
    @Transactional
    void name(Input input) {
        // two for the same person and days could not see each other
        database.sql("lock table substitution in share row exclusive mode").update();
        directory.forget();
        var absent = check.inOffice("absent", "field.absent", input.absent());
        var substitute = check.inOffice("substitute", "field.substitute", input.substitute());
        var signing = input.signing() != null;
        if (!isMadeBy(current.get(), absent, signing)) {
            throw Refusal.of("absent", signing ? "substitution.notGiver" : "substitution.notYours", absent.name());
        }
        SubstitutionCheck.refusePeople(absent, substitute, signing);
        var firstDay = Entries.date("firstDay", "field.firstDay", input.firstDay());
        var lastDay = Entries.date("lastDay", "field.lastDay", input.lastDay());
        check.refuseDays(firstDay, lastDay);
        var document = signing ? Entries.text("document", "field.authorisation", input.document(), 100) : null;
        var documentDate =
                signing ? Entries.date("documentDate", "field.authorisationDate", input.documentDate()) : null;
        if (documentDate != null && documentDate.isAfter(firstDay)) {
            throw Refusal.of("documentDate", "substitution.documentLater");
        }
        check.refuseOverlap(absent, substitute, firstDay, lastDay, signing);
        var id = UUID.randomUUID();
        database.sql("""
                        insert into substitution (id, absent, substitute, first_day, last_day, signing, document, document_date, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        absent.login(),
                        substitute.login(),
                        firstDay,
                        lastDay,
                        signing,
                        document,
                        documentDate,
                        current.login(),
                        OffsetDateTime.now(clock))
                .update();
        if (signing) {
            tell(get(id), "substitution.mail.authorised", "substitution.body.authorised");
        } else {
            tell(get(id), "substitution.mail.named", "substitution.body.named");
        }
    }

    /** Before its last day; the caller {@linkplain #align() aligns} once this is committed. */
    @Transactional
    void end(UUID id) {
        var one = get(id);
        if (!isMadeBy(current.get(), directory.official(one.absent()), one.signing())) {
            throw new NotFound("substitution " + id);
        }
        close(one);
    }

    /** Every minute, and after each change: begins and ends what is due and shares the tasks that came meanwhile. */
    @Scheduled(fixedDelay = 60_000)
    @Transactional
    void align() {
        var today = LocalDate.now(clock);
        var open = database.sql("""
                        select * from substitution where ended_at is null and first_day <= ? order by id for update skip locked""").param(today).query(Substitution.class).list();
        var running =
                open.stream().filter(one -> !one.lastDay().isBefore(today)).toList();
        var beginning = running.stream().filter(one -> one.begunAt() == null).toList();
        open.stream().filter(one -> one.lastDay().isBefore(today)).forEach(this::close);
        if (!beginning.isEmpty()) {
            database.sql("update substitution set begun_at = :now where id in (:ids)")
                    .param("now", OffsetDateTime.now(clock))
                    .param("ids", beginning.stream().map(Substitution::id).toList())
                    .update();
            beginning.forEach(this::follow);
        }
        running.forEach(this::share);
    }

    /** Those of his groups the substitute sees as a member of them. */
    private void share(Substitution one) {
        database.sql("insert into substitution_task (substitution, task) select ?, unnest(cast(? as text[]))")
                .params(one.id(), tasks.share(one.absent(), one.substitute()).toArray(String[]::new))
                .update();
    }

    private void close(Substitution one) {
        var ended = database.sql("update substitution set ended_at = ? where id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), one.id())
                .update();
        if (ended == 1) {
            var shared = database.sql("select task from substitution_task where substitution = ?")
                    .param(one.id())
                    .query(String.class)
                    .list();
            tasks.takeBack(shared, one.absent(), one.substitute());
            follow(one);
            tell(one, "substitution.mail.ended", "substitution.body.ended");
        }
    }

    private void follow(Substitution one) {
        directory.forget();
        privileged.run(() -> identities.follow(directory.official(one.substitute())));
    }

    private Substitution get(UUID id) {
        return database.sql("select * from substitution where id = ?")
                .param(id)
                .query(Substitution.class)
                .optional()
                .orElseThrow(() -> new NotFound("substitution " + id));
    }

    private void tell(Substitution one, String subjectKey, String bodyKey) {
        var absent = directory.official(one.absent());
        var substitute = directory.official(one.substitute());
        var subject = Sentences.of(subjectKey, substitute.name(), absent.name());
        var body = Sentences.of(
                bodyKey,
                substitute.name(),
                absent.name(),
                Entries.print(one.firstDay()),
                Entries.print(one.lastDay()),
                one.documentDate() == null
                        ? null
                        : Sentences.of("substitution.document", one.document(), Entries.print(one.documentDate())));
        mails.post(Stream.of(absent, substitute)
                .map(reader -> new Letter(
                        "substitution/" + one.id() + "/" + subjectKey + "/" + reader.login(),
                        null,
                        reader.name(),
                        reader.email(),
                        subject,
                        List.of(body),
                        "/thay-mat",
                        Sentences.of("substitution.why"),
                        null))
                .toList());
    }

    /** @param signing anything if ticked */
    record Input(
            @Nullable String absent,
            @Nullable String substitute,
            @Nullable String firstDay,
            @Nullable String lastDay,
            @Nullable String signing,
            @Nullable String document,
            @Nullable String documentDate) {}
}
