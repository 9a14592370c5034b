package vn.tiendo.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.form.Entries;
import vn.tiendo.plan.ReportingDuty;
import vn.tiendo.plan.ReportingDuty.Figure;
import vn.tiendo.plan.ReportingDuty.Gathering;
import vn.tiendo.plan.ReportingDuty.Method;
import vn.tiendo.plan.ReportingDuty.Operator;
import vn.tiendo.plan.ReportingDuty.Period;
import vn.tiendo.plan.ReportingDuty.Term;
import vn.tiendo.plan.Schemes;
import vn.tiendo.plan.TermCheck;

/** Reads the Chế độ báo cáo of a draft: terms, reporters, figures, and which report contains which. */
@Component
class DutyCheck {

    private final Directory directory;
    private final Schemes schemes;
    private final TermCheck terms;

    DutyCheck(Directory directory, Schemes schemes, TermCheck terms) {
        this.directory = directory;
        this.schemes = schemes;
        this.terms = terms;
    }

    /** @throws Refusal with the place of the first line that is wrong */
    List<ReportingDuty> read(@Nullable List<DraftInput.Duty> typed, int year, LocalDate today) {
        var units = directory.units().stream().map(Unit::code).collect(Collectors.toSet());
        var reporters = directory.names().keySet();
        var duties = new ArrayList<ReportingDuty>();
        for (var line : DraftCheck.lines("duties", typed)) {
            var field = "duties[" + duties.size() + "].";
            var duty = duty(line, field, duties.size() + 1, units, reporters);
            for (var term : duty.terms()) {
                terms.refuseImpossible(duty, term, field, field + "terms[" + (term.number() - 1) + "].", today);
            }
            if (duty.isSelfAssessment()) {
                refuseScoring(duty, field, year, today, duties);
            }
            duties.add(duty);
        }
        duties.forEach(duty -> refuseMerging(duty, duties));
        return duties;
    }

    private static ReportingDuty duty(
            DraftInput.Duty line, String field, int position, Set<String> units, Set<String> reporters) {
        var terms = new ArrayList<Term>();
        for (var term : DraftCheck.lines(field + "terms", line.terms())) {
            terms.add(term.read(field + "terms[" + terms.size() + "].", terms.size() + 1));
        }
        var figures = new ArrayList<Figure>();
        for (var figure : DraftCheck.lines(field + "figures", line.figures())) {
            figures.add(figure(figure, field + "figures[" + figures.size() + "].", figures.size() + 1));
        }
        return new ReportingDuty(
                position,
                Entries.text(field + "name", "field.duty", line.name(), 500),
                Entries.choice(field + "period", Period.class, line.period(), Period.PERIODIC_UNSPECIFIED),
                Entries.choice(
                        field + "operator",
                        Operator.class,
                        line.operator(),
                        terms.isEmpty() ? Operator.NOT_STATED : Operator.BEFORE),
                terms,
                DraftCheck.codes(field + "reporters", line.reporters(), reporters),
                DraftCheck.codes(field + "recipients", line.recipients(), units),
                DraftCheck.codes(field + "channels", line.channels(), units),
                Entries.choice(field + "method", Method.class, line.method(), Method.SYSTEM),
                Entries.optionalText(field + "outline", "field.outline", line.outline(), 20_000),
                Entries.optionalText(field + "scheme", "field.scheme", line.scheme(), 60),
                position(field + "mergedInto", line.mergedInto()),
                figures);
    }

    private static Figure figure(DraftInput.Figure line, String field, int number) {
        return new Figure(
                number,
                Entries.text(field + "name", "field.figure", line.name(), 300),
                Entries.text(field + "measure", "field.measure", line.measure(), 60),
                Entries.optionalNumber(field + "target", "field.target", line.target()),
                Entries.choice(field + "gathering", Gathering.class, line.gathering(), Gathering.SUM));
    }

    /** A unit scores itself once in a plan, and only those are scored whom the committee rates. */
    private void refuseScoring(
            ReportingDuty duty, String field, int year, LocalDate today, List<ReportingDuty> before) {
        schemes.chosen(field + "scheme", Objects.requireNonNull(duty.scheme()), year);
        if (before.stream().anyMatch(ReportingDuty::isSelfAssessment)
                || duty.terms().size() > 1) {
            throw Refusal.of(field + "scheme", "draft.scoredTwice", duty.name());
        }
        if (duty.mergedInto() != null) {
            throw Refusal.of(field + "mergedInto", "draft.scoringMerged", duty.name());
        }
        for (var unit : directory.unitsBehind(duty.reporters(), today)) {
            if (!unit.isScored()) {
                throw Refusal.of(field + "reporters", "scoring.notScored", unit.name());
            }
        }
    }

    private static void refuseMerging(ReportingDuty duty, List<ReportingDuty> all) {
        if (duty.mergedInto() == null) {
            return;
        }
        var field = "duties[" + (duty.position() - 1) + "].";
        var into = all.stream()
                .filter(other -> other.position() == duty.mergedInto())
                .findFirst()
                .orElseThrow(() -> Refusal.of(field + "mergedInto", "form.badChoice", duty.mergedInto()));
        if (into.position() == duty.position()) {
            throw Refusal.of(field + "mergedInto", "draft.mergedIntoItself", duty.name());
        }
        if (into.isSelfAssessment()) {
            throw Refusal.of(field + "mergedInto", "draft.scoringMerged", into.name());
        }
        if (into.mergedInto() != null) {
            throw Refusal.of(field + "mergedInto", "draft.mergedTwice", into.name());
        }
        for (var term : duty.terms()) {
            if (term.date() != null) {
                throw Refusal.of(
                        field + "terms[" + (term.number() - 1) + "].date",
                        "draft.mergedHasDate",
                        duty.name(),
                        into.name());
            }
        }
    }

    private static @Nullable Integer position(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.matches("\\d{1,3}")) {
            throw Refusal.of(field, "form.badChoice", typed);
        }
        return Integer.valueOf(typed);
    }
}
