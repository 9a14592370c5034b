package vn.tiendo.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.tiendo.calendar.BeforeReading;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.OncePerTransaction;
import vn.tiendo.engine.Refusal;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;

/** Terms nobody could keep: units report before the office gathers, and the office gathers before the superior reads. */
@Component
public class TermCheck {

    private final Drafts drafts;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final OncePerTransaction memory;

    TermCheck(Drafts drafts, Directory directory, WorkingCalendar calendar, OncePerTransaction memory) {
        this.drafts = drafts;
        this.directory = directory;
        this.calendar = calendar;
        this.memory = memory;
    }

    /**
     * @param field path of the duty in its form, with its dot
     * @param termField path of the term in its form, with its dot
     * @throws Refusal if the term is over, is one of the duty's others, cannot be kept, or nobody reports or receives
     */
    public void refuseImpossible(
            ReportingDuty duty, ReportingDuty.Term term, String field, String termField, LocalDate today) {
        refuseCascade(term, termField);
        var date = term.date();
        if (date == null) {
            return;
        }
        var last = Objects.requireNonNull(duty.lastPermittedDay(date, reading()));
        if (last.isBefore(today)) {
            throw Refusal.of(termField + "date", "draft.dutyInPast", duty.name(), Entries.print(last));
        }
        if (duty.terms().stream().anyMatch(other -> other.number() != term.number() && date.equals(other.date()))) {
            throw Refusal.of(termField + "date", "draft.termTwice", duty.name(), Entries.print(date));
        }
        if (term.cutOff() != null && term.cutOff().isAfter(last)) {
            throw Refusal.of(
                    termField + "cutOff", "draft.cutOffTooLate", Entries.print(term.cutOff()), Entries.print(last));
        }
        if (reporters(duty, today).isEmpty()) {
            throw Refusal.of(field + "reporters", "draft.dutyNoReporter", duty.name());
        }
        for (var receiver : duty.receivers()) {
            var unit = directory.unit(receiver);
            if (unit.email() == null) {
                throw Refusal.of(
                        field + (duty.channels().isEmpty() ? "recipients" : "channels"),
                        "draft.recipientNoAddress",
                        unit.name());
            }
        }
    }

    /** @throws Refusal if a term of the drafted plan ended before {@code today}: nobody could keep it any more */
    public void refuseOver(String plan, LocalDate today) {
        var reading = reading();
        for (var duty : drafts.duties(plan)) {
            for (var term : duty.terms()) {
                var last = duty.lastPermittedDay(term.date(), reading);
                if (last != null && last.isBefore(today)) {
                    throw Refusal.because("draft.dutyOver", duty.name(), Entries.print(last));
                }
            }
        }
    }

    private BeforeReading reading() {
        return memory.get(
                "termCheck/reading",
                () -> calendar.readingOf(directory.committee().code()));
    }

    /** The same for every term of a duty. */
    private List<Unit> reporters(ReportingDuty duty, LocalDate today) {
        return memory.get("termCheck/" + duty.reporters(), () -> directory.unitsBehind(duty.reporters(), today));
    }

    /** All three are read with the duty's one operator, so their named days compare as their last permitted days do. */
    private static void refuseCascade(ReportingDuty.Term term, String field) {
        var levels = new ArrayList<Level>();
        if (term.date() != null) {
            levels.add(new Level("date", "field.dutyDate", term.date()));
        }
        if (term.officeDate() != null) {
            levels.add(new Level("officeDate", "field.officeDate", term.officeDate()));
        }
        if (term.superiorDate() != null) {
            levels.add(new Level("superiorDate", "field.superiorDate", term.superiorDate()));
        }
        for (var i = 1; i < levels.size(); i++) {
            var below = levels.get(i - 1);
            var above = levels.get(i);
            if (!below.day().isBefore(above.day())) {
                throw Refusal.of(
                        field + above.field(),
                        "draft.cascade",
                        Sentences.of(below.label()),
                        Entries.print(below.day()),
                        Sentences.of(above.label()),
                        Entries.print(above.day()));
            }
        }
    }

    private record Level(String field, String label, LocalDate day) {}
}
