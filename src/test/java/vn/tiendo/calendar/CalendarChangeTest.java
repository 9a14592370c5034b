package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.with;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;

/** The government moves Tết, and the office's deadlines follow. */
@ProcessTest
class CalendarChangeTest {

    @Autowired
    Journey journey;

    @Autowired
    CalendarDays days;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    DeadlineChanges changes;

    @Autowired
    TaskService tasks;

    private List<CalendarDay> before;

    @BeforeEach
    void theCalendarOf2023() {
        journey.beginsAt("2023-01-03T09:00");
        before = days.ofYear(2023);
    }

    @AfterEach
    void isAsItWas() {
        days.replace(2023, before);
        journey.database().sql("delete from deadline_change").update();
    }

    @Test
    void movingTetByAWeekMovesTheDurationsThatCrossItAndNothingElse() {
        var issued = issuedWithARoundUntil31January();
        journey.until("2023-01-16T09:00");
        var drafting = proposed();
        var reviewing = proposed();
        journey.does("cbvhxh", reviewing, "draftPlan", draft());
        var report = issued + "-K01-khuPho1";
        var reportDue = due(report, "handInReport");
        journey.until("2023-01-17T09:00");

        var moved = days.replace(2023, tetAWeekLater());

        // counted from 16/1: Tết is no longer in between
        assertThat(due(drafting, "draftPlan")).isEqualTo("2023-01-23T17:00");
        assertThat(due(reviewing, "reviewDraft")).isEqualTo("2023-01-18T17:00");
        assertThat(due(report, "handInReport")).isEqualTo(reportDue).isEqualTo("2023-01-31T17:00");
        assertThat(lines(drafting))
                .containsExactlyInAnyOrder(
                        "Soạn thảo kế hoạch 2023-01-30T17:00 2023-01-23T17:00",
                        "Quá hạn soạn thảo 2023-01-30T17:00 2023-01-23T17:00");
        assertThat(lines(reviewing)).isEmpty();
        assertThat(lines(report)).isNotEmpty().noneMatch(line -> line.startsWith("Nộp báo cáo"));
        // only what is counted back from the named day or on from it, and what is counted from 16/1
        assertThat(moved)
                .allMatch(it -> it.subject().equals(drafting) || it.subject().startsWith(issued + "-K01"))
                .noneMatch(it -> it.oldDue().equals(it.newDue()))
                .hasSize(lines(null).size());
    }

    @Test
    void theReminderComesOnItsNewDay() {
        var plan = proposedOn16January();

        days.replace(2023, tetAWeekLater());
        journey.until("2023-01-23T16:59");
        assertThat(journey.mails()).isEmpty();
        journey.until("2023-01-23T17:00");

        assertThat(journey.mails())
                .containsExactly("23/01 cbvhxh@phuong.mau.example Quá hạn: Soạn thảo kế hoạch - hồ sơ " + plan);
    }

    @Test
    void whatMovedIsWrittenWithItsReason() {
        var plan = proposedOn16January();

        days.remove(LocalDate.of(2023, 1, 26));

        assertThat(changes.of(plan)).hasSize(2).allSatisfy(change -> {
            assertThat(change.cause()).isEqualTo(DeadlineChanges.Cause.CALENDAR);
            assertThat(change.reason()).isEqualTo("Bỏ ngày 26/01/2023");
            assertThat(change.actor()).isEqualTo("system");
            assertThat(change.at().toInstant()).isEqualTo(at("2023-01-16T09:00").toInstant());
        });
    }

    @Test
    void aDateThatSomebodySetByHandStays() {
        var plan = proposedOn16January();
        var task = journey.task(plan, "draftPlan");
        tasks.setDueDate(task.getId(), at("2023-02-03T12:00"));

        days.replace(2023, tetAWeekLater());

        assertThat(due(plan, "draftPlan")).isEqualTo("2023-02-03T12:00");
        assertThat(lines(plan)).containsExactly("Quá hạn soạn thảo 2023-01-30T17:00 2023-01-23T17:00");
    }

    @Test
    void aProposalMovesNothingUntilItIsConfirmed() {
        var plan = proposedOn16January();
        days.replace(2023, List.of());
        assertThat(due(plan, "draftPlan")).isEqualTo("2023-01-23T17:00");

        assertThat(days.propose(2023)).isPositive();
        assertThat(due(plan, "draftPlan")).isEqualTo("2023-01-23T17:00");

        days.confirm(2023, day -> day.equals(LocalDate.of(2023, 1, 20)));
        assertThat(due(plan, "draftPlan")).isEqualTo("2023-01-24T17:00");

        days.confirm(2023, day -> true);
        assertThat(due(plan, "draftPlan")).isEqualTo("2023-01-30T17:00");
        assertThat(days.confirm(2023, day -> true)).isEmpty();
        assertThat(days.propose(2023)).isZero();
        assertThat(offWork(days.ofYear(2023))).isEqualTo(offWork(before));
    }

    @Test
    void oneCaseCanBeFollowedAlone() {
        var plan = proposedOn16January();
        var other = proposed();

        changes.follow(plan, DeadlineChanges.Cause.CHANGE, "thử", () -> {
            journey.database()
                    .sql("delete from calendar_day where day = '2023-01-26'")
                    .update();
            calendar.forget();
        });

        assertThat(lines(plan)).hasSize(2);
        assertThat(lines(other)).isEmpty();
    }

    @Test
    void beforeIsReadAsTheIssuerReadsIt() {
        assertThat(calendar.readingOf("ubnd")).isEqualTo(BeforeReading.STRICT);
        journey.database()
                .sql("update unit set before_reading = 'INCLUSIVE' where code = 'ubnd'")
                .update();
        try {
            assertThat(calendar.readingOf("ubnd")).isEqualTo(BeforeReading.INCLUSIVE);
            assertThat(calendar.readingOf("nobody")).isEqualTo(BeforeReading.STRICT);
        } finally {
            journey.database().sql("update unit set before_reading = 'STRICT'").update();
        }
    }

    private static List<LocalDate> offWork(List<CalendarDay> days) {
        return days.stream()
                .map(CalendarDay::day)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .toList();
    }

    private List<CalendarDay> tetAWeekLater() {
        return before.stream()
                .map(day -> day.name().contains("Nguyên đán")
                        ? new CalendarDay(day.day().plusDays(7), day.kind(), day.name(), day.source(), false)
                        : day)
                .toList();
    }

    private String proposedOn16January() {
        journey.until("2023-01-16T09:00");
        return proposed();
    }

    private String proposed() {
        var content = with(proposal(), "proposalDate", "03/01/2023");
        return (String) journey.propose("cbvhxh", content).getBody().get("businessKey");
    }

    private String issuedWithARoundUntil31January() {
        var plan = proposed();
        var duty = Samples.duty("Báo cáo tháng", "MONTHLY", "01/02/2023", List.of("khuPho1"));
        var content = with(draft(), "duties", List.of(duty));
        content.put("recipients", List.of(Map.of("text", "Lưu: VT", "role", "ARCHIVE")));
        journey.does("cbvhxh", plan, "draftPlan", content);
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());
        journey.does("vanthu", plan, "numberPlan", Map.of("sequence", "1", "issuedOn", "03/01/2023"));
        return plan;
    }

    private String due(String businessKey, String step) {
        return local(journey.task(businessKey, step).getDueDate());
    }

    /** What moved in one case, or in all: "what old new". */
    private List<String> lines(String subject) {
        return journey.database()
                .sql("""
                        select what || ' ' || to_char(old_due, 'YYYY-MM-DD"T"HH24:MI') || ' ' || to_char(new_due, 'YYYY-MM-DD"T"HH24:MI')
                        from deadline_change where :subject::text is null or subject = :subject order by number""")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private static String local(Date date) {
        return date.toInstant().atZone(OfficeTime.ZONE).toLocalDateTime().toString();
    }

    private static Date at(String moment) {
        return Date.from(LocalDateTime.parse(moment).atZone(OfficeTime.ZONE).toInstant());
    }
}
