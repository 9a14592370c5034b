package vn.tiendo.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Đồng hồ, with sample data only: time jumps forward for application and engine, so that a newcomer sees 10/5 come. */
@Controller
@Profile("!production")
class ClockPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalTime MORNING = LocalTime.of(8, 5);
    private static final int FARTHEST_YEARS = 5;

    private final JdbcClient database;
    private final Clock clock;

    ClockPage(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        // time that was moved stays moved over a restart: due dates lie in it
        var offset = database.sql("select offset_millis from sample_clock")
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (offset > 0) {
            ClockUtil.offset(offset);
        }
    }

    @GetMapping("/dong-ho")
    String show(Model model) {
        model.addAttribute("now", clock.instant().atZone(OfficeTime.ZONE).toLocalDateTime());
        return "dong-ho";
    }

    @PostMapping("/dong-ho")
    String move(@RequestParam(defaultValue = "") String day, RedirectAttributes answer) {
        try {
            moveTo(LocalDate.parse(day.strip(), DAY));
            answer.addFlashAttribute("moved", true);
        } catch (DateTimeParseException e) {
            answer.addFlashAttribute("refusal", Sentences.of("clock.noDay", day));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/dong-ho";
    }

    private void moveTo(LocalDate day) {
        var now = clock.instant();
        var target = day.atTime(MORNING).atZone(OfficeTime.ZONE).toInstant();
        if (!target.isAfter(now)) {
            throw Refusal.because("clock.notBack");
        }
        if (day.isAfter(LocalDate.now(clock).plusYears(FARTHEST_YEARS))) {
            throw Refusal.because("clock.tooFar", FARTHEST_YEARS);
        }
        ClockUtil.resetClock();
        var offset = Duration.between(clock.instant(), target).toMillis();
        database.sql("""
                        insert into sample_clock (offset_millis) values (?)
                        on conflict (only_row) do update set offset_millis = excluded.offset_millis""").param(offset).update();
        ClockUtil.offset(offset);
    }
}
