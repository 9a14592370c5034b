package vn.tiendo.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OpenDates;
import vn.tiendo.engine.Refusal;

/** Lịch làm việc, for administrators: the days of a year; each change says which deadlines it moved. */
@Controller
@RequestMapping("/lich-lam-viec")
class CalendarPage {

    /** More moved dates than a person reads; the others are in the table. */
    private static final int SHOWN = 50;

    private final CalendarDays days;
    private final Clock clock;

    CalendarPage(CalendarDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** @param day the day whose entries the form begins with, as ISO date */
    @GetMapping
    String year(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        var shown = year == null ? LocalDate.now(clock).getYear() : year;
        var list = show(shown, model);
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed",
                    list.stream()
                            .filter(it -> it.day().equals(day))
                            .findFirst()
                            .map(Typed::of)
                            .orElse(Typed.NOTHING));
        }
        return "lich-lam-viec";
    }

    @PostMapping
    String put(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes answer) {
        return change(year, answer, () -> {
            answer.addFlashAttribute("typed", new Typed(day, kind, name, source));
            var entry = CalendarEntry.read(day, kind, name, source);
            reach(entry.day().getYear());
            var moved = days.put(entry);
            answer.addFlashAttribute("typed", Typed.NOTHING);
            return moved;
        });
    }

    @PostMapping("/bo")
    String remove(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes answer) {
        return change(year, answer, () -> days.remove(CalendarEntry.day(day)));
    }

    /** @param day the only proposal to confirm; without it all of the year */
    @PostMapping("/xac-nhan")
    String confirm(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes answer) {
        return change(year, answer, () -> {
            var only = day.isBlank() ? null : CalendarEntry.day(day);
            return days.confirm(reach(year), it -> only == null || it.equals(only));
        });
    }

    @PostMapping("/de-xuat")
    String propose(@RequestParam(defaultValue = "0") int year, RedirectAttributes answer) {
        try {
            answer.addFlashAttribute("newProposals", days.propose(reach(year)));
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return back(year);
    }

    /** Shows what the file would change; with {@code confirmed} changes it. */
    @PostMapping("/nhap")
    String take(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String csv,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            RedirectAttributes answer) {
        var file = CalendarFile.read(csv, year);
        if (!isInReach(year) || (confirmed && file.refusals().isEmpty())) {
            return change(year, answer, () -> days.replace(reach(year), file.days()));
        }
        show(year, model);
        model.addAttribute("typed", Typed.NOTHING);
        model.addAttribute("csv", csv);
        model.addAttribute("file", file);
        if (file.refusals().isEmpty()) {
            model.addAttribute("difference", days.compare(year, file.days()));
        }
        return "lich-lam-viec";
    }

    private List<CalendarDay> show(int year, Model model) {
        if (!isInReach(year)) {
            throw new NotFound("calendar " + year);
        }
        var list = days.ofYear(year);
        model.addAttribute("year", year);
        model.addAttribute("days", list);
        model.addAttribute("kinds", CalendarDay.Kind.values());
        model.addAttribute("today", LocalDate.now(clock));
        return list;
    }

    private String change(int year, RedirectAttributes answer, Supplier<List<OpenDates.Moved>> change) {
        try {
            var moved = change.get();
            answer.addFlashAttribute("changed", true);
            answer.addFlashAttribute("movedCount", moved.size());
            answer.addFlashAttribute("moved", moved.stream().limit(SHOWN).toList());
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
        }
        return back(year);
    }

    private static String back(int year) {
        return "redirect:/lich-lam-viec" + (isInReach(year) ? "?year=" + year : "");
    }

    private static int reach(int year) {
        if (!isInReach(year)) {
            throw Refusal.because("calendar.outOfReach", HolidayProposals.FIRST_YEAR, HolidayProposals.LAST_YEAR);
        }
        return year;
    }

    private static boolean isInReach(int year) {
        return year >= HolidayProposals.FIRST_YEAR && year <= HolidayProposals.LAST_YEAR;
    }

    /** What stands in the form for one day. */
    record Typed(String day, String kind, String name, String source) {

        static final Typed NOTHING = new Typed("", "", "", "");

        static Typed of(CalendarDay day) {
            return new Typed(CalendarEntry.DAY.format(day.day()), day.kind().name(), day.name(), day.source());
        }
    }
}
