package vn.tiendo.adhoc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.form.FormInputs;
import vn.tiendo.plan.PlanAccess;
import vn.tiendo.plan.PlanStatus;
import vn.tiendo.reporting.RoundPlanning;

/** Requests for a report that no duty foresaw. */
@Component
class Requests {

    static final String STEP = "reportRequested";
    /** Business key of a request that is still being written. */
    static final String NONE_YET = "";

    private final FormInputs inputs;
    private final AdHocReport process;
    private final PlanAccess access;
    private final RoundPlanning planning;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    Requests(
            FormInputs inputs,
            AdHocReport process,
            PlanAccess access,
            RoundPlanning planning,
            Directory directory,
            CurrentOfficial current,
            Clock clock) {
        this.inputs = inputs;
        this.process = process;
        this.access = access;
        this.planning = planning;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** Starts the process with what is typed; its first step records it in the same transaction. */
    @Transactional
    void ask(JsonNode content) {
        inputs.take(NONE_YET, STEP, JsonNode.class);
        var plan = content.path("plan").asText();
        var request = "%s-Y-%s".formatted(plan, UUID.randomUUID());
        inputs.save(request, STEP, content);
        process.start(request, plan);
    }

    /** @throws Refusal if this person may not ask, or what he asks is incomplete or too late */
    @Transactional
    void record(String request) {
        var me = current.get();
        if (!me.seesAllReports()) {
            throw Refusal.because("request.notEntitled");
        }
        var input = inputs.take(request, STEP, Input.class);
        var plan = access.readable(Entries.text("plan", "field.plan", input.plan(), 60));
        if (plan.status() != PlanStatus.ISSUED) {
            throw Refusal.of("plan", "request.notIssued", plan.title());
        }
        var name = Entries.text("name", "field.duty", input.name(), 500);
        var question = Entries.text("question", "field.question", input.question(), 10_000);
        var day = Entries.date("date", "field.dutyDate", input.date());
        var time = Entries.optionalTime("time", "field.time", input.time());
        var end = day.atTime(time == null ? LocalTime.MAX : time);
        if (end.isBefore(LocalDateTime.now(clock))) {
            throw Refusal.of("date", "deadline.past", Entries.print(day));
        }
        planning.ask(plan, name, question, day, time, units(input, LocalDate.now(clock)), me.login());
    }

    private List<String> units(Input input, LocalDate today) {
        Set<String> codes = input.units() == null ? Set.of() : new LinkedHashSet<>(input.units());
        var units = directory.unitsBehind(codes, today);
        if (units.isEmpty()) {
            throw Refusal.of("units", "request.noUnit");
        }
        return units.stream().map(Unit::code).collect(Collectors.toList());
    }

    record Input(
            @Nullable String plan,
            @Nullable String name,
            @Nullable String question,
            @Nullable String date,
            @Nullable String time,
            @Nullable List<String> units) {}
}
