package vn.tiendo.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.Refusal;

/** Ký hiệu và sổ, for administrators: how the committee's numbers are written and with which one its year begins. */
@Controller
@RequestMapping("/ky-hieu")
class SeriesPage {

    private final Symbols symbols;
    private final NumberRegister register;
    private final Directory directory;
    private final Clock clock;

    SeriesPage(Symbols symbols, NumberRegister register, Directory directory, Clock clock) {
        this.symbols = symbols;
        this.register = register;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        var committee = directory.committee();
        var year = LocalDate.now(clock).getYear();
        model.addAttribute("committee", committee.name());
        model.addAttribute("year", year);
        model.addAttribute(
                "lines",
                Arrays.stream(Series.values())
                        .map(series -> line(committee.code(), series, year))
                        .toList());
        return "ky-hieu";
    }

    private Line line(String issuer, Series series, int year) {
        var next = register.next(issuer, series, year);
        return new Line(
                series,
                symbols.of(issuer, series),
                next,
                symbols.code(issuer, series, next),
                register.registered(issuer, series, year).orElse(null));
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String symbol,
            RedirectAttributes answer) {
        var known = known(series);
        return answered(
                known, symbol, answer, () -> symbols.set(directory.committee().code(), known, symbol));
    }

    @PostMapping("/so-dau")
    String begin(
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String first,
            RedirectAttributes answer) {
        var known = known(series);
        return answered(
                known,
                first,
                answer,
                () -> register.begin(
                        directory.committee().code(),
                        known,
                        LocalDate.now(clock).getYear(),
                        first));
    }

    private static String answered(Series series, String typed, RedirectAttributes answer, Runnable change) {
        try {
            change.run();
            answer.addFlashAttribute("changed", series);
        } catch (Refusal refusal) {
            answer.addFlashAttribute("refusal", refusal.sentence());
            answer.addFlashAttribute("refusedField", series + "." + refusal.field());
            answer.addFlashAttribute("typed", typed);
        }
        return "redirect:/ky-hieu";
    }

    private static Series known(String name) {
        return Arrays.stream(Series.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("series " + name));
    }

    /** @param given in the year; null before the first */
    record Line(Series series, String symbol, int next, String nextCode, NumberRegister.@Nullable Given given) {}
}
