package vn.tiendo.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Notices;
import vn.tiendo.plan.AssessmentPlanner;
import vn.tiendo.plan.Drafts;
import vn.tiendo.plan.Plan;
import vn.tiendo.plan.PlanHistory;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.plan.Plans;
import vn.tiendo.plan.ReportingDuty;
import vn.tiendo.plan.Scheme;
import vn.tiendo.plan.Schemes;

/** Units are asked to score themselves: when a duty of the plan says so, or because the office or a leader does. */
@Component
class Openings implements AssessmentPlanner {

    static final String START = "assessmentOpened";
    /** Business key of an assessment that is not opened yet. */
    static final String NONE_YET = "";

    static final String BETWEEN_PLAN_AND_UNIT = "-T-";

    private final JdbcClient database;
    private final Schemes schemes;
    private final AssessmentOpening opening;
    private final SelfAssessment process;
    private final Plans plans;
    private final Drafts drafts;
    private final FormInputs inputs;
    private final Notices notices;
    private final PlanHistory history;
    private final Directory directory;
    private final CurrentOfficial current;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Openings(
            JdbcClient database,
            Schemes schemes,
            AssessmentOpening opening,
            SelfAssessment process,
            Plans plans,
            Drafts drafts,
            FormInputs inputs,
            Notices notices,
            PlanHistory history,
            Directory directory,
            CurrentOfficial current,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.schemes = schemes;
        this.opening = opening;
        this.process = process;
        this.plans = plans;
        this.drafts = drafts;
        this.inputs = inputs;
        this.notices = notices;
        this.history = history;
        this.directory = directory;
        this.current = current;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws Refusal if this person is neither of the office nor a leader */
    void mayOpen() {
        if (!current.get().seesAllReports()) {
            throw Refusal.because("scoring.notOpener");
        }
    }

    /** All units or, if one of them is refused, none. @return how many */
    @Transactional
    int openByHand() {
        mayOpen();
        var input = inputs.take(NONE_YET, START, Input.class);
        var plan = plans.find(Entries.text("plan", "field.plan", input.plan(), 60))
                .filter(found -> found.status() == PlanStatus.ISSUED)
                .orElseThrow(() -> Refusal.of("plan", "scoring.planNotIssued"));
        var scheme = schemes.chosen("scheme", Entries.text("scheme", "field.scheme", input.scheme(), 60), plan.year());
        var lastDay = Entries.date("due", "field.scoringDue", input.due());
        if (lastDay.isBefore(LocalDate.now(clock))) {
            throw Refusal.of("due", "scoring.dueInPast", Entries.print(lastDay));
        }
        var codes = input.units() == null ? List.<String>of() : List.copyOf(new LinkedHashSet<>(input.units()));
        if (codes.isEmpty()) {
            throw Refusal.of("units", "scoring.noUnit");
        }
        var units = codes.stream().map(directory::unit).toList();
        units.stream().filter(unit -> !unit.isScored()).findFirst().ifPresent(unit -> {
            throw Refusal.of("units", "scoring.notScored", unit.name());
        });
        var opened = open(plan, scheme, lastDay, units);
        units.stream().filter(unit -> !opened.contains(unit)).findFirst().ifPresent(unit -> {
            throw Refusal.of("units", "scoring.openedBefore", unit.name());
        });
        return opened.size();
    }

    @Override
    public void plan(Plan plan, Date opensAt) {
        opening.start(plan.id(), opensAt);
    }

    /** The units of the plan's duty on this day, without those that somebody asked before. */
    @Transactional
    void open(String id) {
        var plan = plans.get(id);
        var duty = drafts.duties(id).stream()
                .filter(ReportingDuty::isSelfAssessment)
                .findFirst()
                .orElseThrow();
        var reading = calendar.readingOf(directory.committee().code());
        var lastDay =
                Objects.requireNonNull(duty.lastPermittedDay(duty.terms().get(0).date(), reading));
        var units = directory.unitsBehind(duty.reporters(), LocalDate.now(clock)).stream()
                .filter(Unit::isScored)
                .toList();
        open(plan, schemes.get(Objects.requireNonNull(duty.scheme())), lastDay, units);
    }

    /** @return those that were not asked in this plan before */
    private List<Unit> open(Plan plan, Scheme scheme, LocalDate lastDay, List<Unit> units) {
        var codes = units.stream().map(Unit::code).toArray(String[]::new);
        var inserted = new HashSet<>(database.sql("""
                        insert into assessment (id, plan, unit, scheme, last_day, state)
                        select ? || unit, ?, unit, ?, ?, 'ASKED' from unnest(?) as unit
                        on conflict do nothing returning unit""")
                .params(plan.id() + BETWEEN_PLAN_AND_UNIT, plan.id(), scheme.code(), lastDay, codes)
                .query(String.class)
                .list());
        database.sql("""
                        insert into assessment_score (assessment, scheme, criterion)
                        select a.id, c.scheme, c.number from assessment a join criterion c on c.scheme = a.scheme
                        where a.plan = ? and a.unit = any (?)""").params(plan.id(), inserted.toArray(String[]::new)).update();
        var opened =
                units.stream().filter(unit -> inserted.contains(unit.code())).toList();
        var signer = Objects.requireNonNull(plan.signer());
        for (var unit : opened) {
            process.start(id(plan, unit), plan.id(), unit.code(), signer);
        }
        post(plan, scheme, lastDay, opened);
        if (!opened.isEmpty()) {
            history.note(plan.id(), "assessmentOpened", Sentences.of("scoring.units", opened.size()));
        }
        return opened;
    }

    private static String id(Plan plan, Unit unit) {
        return plan.id() + BETWEEN_PLAN_AND_UNIT + unit.code();
    }

    private void post(Plan plan, Scheme scheme, LocalDate lastDay, List<Unit> units) {
        var people = directory.officials().stream().collect(Collectors.groupingBy(Official::unit));
        var asked = new ArrayList<Notices.Notice>();
        for (var unit : units) {
            people.getOrDefault(unit.code(), List.of()).stream()
                    .filter(person -> person.groups().contains(unit.code()))
                    .map(person ->
                            new Notices.Notice(person.login(), letter(plan, scheme, lastDay, unit, person), false))
                    .forEach(asked::add);
        }
        notices.post(asked);
    }

    private static Letter letter(Plan plan, Scheme scheme, LocalDate lastDay, Unit unit, Official reader) {
        return new Letter(
                String.join("/", "scoring", id(plan, unit), reader.login()),
                plan.id(),
                reader.name(),
                reader.email(),
                Sentences.of("scoring.asked.subject", scheme.year()),
                List.of(Sentences.of(
                        "scoring.asked.body", unit.name(), scheme.name(), Entries.print(lastDay), plan.title())),
                "/camunda/app/tasklist/default/",
                Sentences.of("told.HOLDER", unit.name()),
                null);
    }

    record Input(
            @Nullable String plan,
            @Nullable String scheme,
            @Nullable List<String> units,
            @Nullable String due) {}
}
