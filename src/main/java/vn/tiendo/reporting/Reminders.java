package vn.tiendo.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.engine.Sentences;
import vn.tiendo.form.Entries;
import vn.tiendo.mail.Letter;
import vn.tiendo.mail.Mails;
import vn.tiendo.plan.Plans;

/** Letters about reports that are due or late; each says what, until when, from which plan, and why to this person. */
@Component
class Reminders {

    private final Reports reports;
    private final Rounds rounds;
    private final Plans plans;
    private final Directory directory;
    private final Mails mails;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Reminders(
            Reports reports,
            Rounds rounds,
            Plans plans,
            Directory directory,
            Mails mails,
            WorkingCalendar calendar,
            Clock clock) {
        this.reports = reports;
        this.rounds = rounds;
        this.plans = plans;
        this.directory = directory;
        this.mails = mails;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A returned report meets its old reminders again; past its last day it is the escalations' matter. */
    @Transactional
    void remind(String id) {
        var report = reports.get(id);
        var today = LocalDate.now(clock);
        if (today.isAfter(report.lastDay())) {
            return;
        }
        var left = calendar.between(today, report.lastDay());
        post(report, "reminder", today.toString(), directory.members(report.unit()), String.valueOf(left));
    }

    @Transactional
    void tellHead(String id) {
        var report = reports.get(id);
        if (isOnlyAsked(report)) {
            return;
        }
        post(report, "lateHead", "once", directory.headsOf(report.unit()), "");
    }

    @Transactional
    void tellViceChair(String id) {
        var report = reports.get(id);
        if (isOnlyAsked(report)) {
            return;
        }
        post(report, "lateViceChair", "once", directory.viceChairsOver(report.unit()), "");
    }

    /** Bodies beside the committee are asked, not ordered: they are reminded, but nobody is told of them. */
    private boolean isOnlyAsked(Report report) {
        return switch (directory.unit(report.unit()).kind()) {
            case PARTY, COUNCIL, FRONT, ORGANISATION, SUPERIOR -> true;
            case COMMITTEE, OFFICE, DEPARTMENT, HAMLET -> false;
        };
    }

    private void post(Report report, String kind, String occasion, Collection<Official> readers, String left) {
        var round = rounds.get(report.round());
        var plan = plans.get(round.plan());
        var unit = directory.unit(report.unit()).name();
        var due = Entries.print(report.lastDay());
        for (var reader : readers) {
            mails.post(new Letter(
                    String.join("/", kind, report.id(), occasion, reader.login()),
                    plan.id(),
                    reader.name(),
                    reader.email(),
                    Sentences.of("report." + kind + ".subject", round.name(), left, unit),
                    List.of(Sentences.of("report." + kind + ".body", unit, round.name(), plan.title(), due, left)),
                    "/camunda/app/tasklist/default/",
                    Sentences.of("report." + kind + ".why", unit),
                    null));
        }
    }
}
