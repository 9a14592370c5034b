package vn.tiendo.dashboard;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;

/** Việc của đơn vị: what a unit owes, to whom, until when, from which plan; and the same as a calendar. */
@Controller
class ObligationPage {

    private final Obligations obligations;
    private final FeedAddresses addresses;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;
    private final String baseUrl;

    ObligationPage(
            Obligations obligations,
            FeedAddresses addresses,
            Directory directory,
            CurrentOfficial current,
            Clock clock,
            @Value("${tien-do.base-url}") String baseUrl) {
        this.obligations = obligations;
        this.addresses = addresses;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** @throws NotFound for a unit that is not this person's, unless he sees what all units do */
    @GetMapping("/cua-don-vi")
    String show(@RequestParam(name = "don-vi", required = false) @Nullable String code, Model model) {
        var me = current.get();
        var unit = code == null ? me.unit() : code;
        if (!me.isOf(unit) && !me.seesAllReports()
                || directory.units().stream().noneMatch(one -> one.code().equals(unit))) {
            throw new NotFound("unit " + unit);
        }
        var today = LocalDate.now(clock);
        model.addAttribute("unit", directory.unit(unit));
        model.addAttribute("issuer", directory.committee().name());
        model.addAttribute(
                "lines",
                obligations.of(unit).stream()
                        .map(one -> new Line(one, one.lateOn(today)))
                        .toList());
        model.addAttribute("units", me.seesAllReports() ? directory.units() : List.of());
        model.addAttribute("madeAt", addresses.madeAt().orElse(null));
        return "cua-don-vi";
    }

    /** Shown this once; nobody can look it up later. */
    @PostMapping("/cua-don-vi/lich")
    String renew(RedirectAttributes answer) {
        answer.addFlashAttribute(
                "address",
                UriComponentsBuilder.fromUriString(baseUrl)
                        .path("/lich-viec/{token}.ics")
                        .buildAndExpand(addresses.renew())
                        .toUriString());
        return "redirect:/cua-don-vi";
    }

    /** For calendars, which cannot sign in: the secret address is all they have. */
    @GetMapping("/lich-viec/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        return addresses
                .owner(token)
                .map(owner -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .body(feed(owner.unit()).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String feed(String unit) {
        var calendar = new ICalendar();
        calendar.setName(Sentences.of("feed.name", directory.unit(unit).name()));
        obligations.of(unit).stream()
                .filter(one -> one.lastDay() != null)
                .map(this::event)
                .forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }

    private VEvent event(Obligation one) {
        var event = new VEvent();
        event.setUid(one.id() + "-" + one.kind() + "@tien-do");
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(
                Date.from(java.util.Objects.requireNonNull(one.lastDay())
                        .atStartOfDay(OfficeTime.ZONE)
                        .toInstant()),
                false);
        event.setSummary(Sentences.of("obligation." + one.kind()) + ": " + one.what());
        event.setDescription(Sentences.of(
                "feed.description", one.asker() == null ? directory.committee().name() : one.asker(), one.planTitle()));
        return event;
    }

    record Line(Obligation owed, boolean late) {}
}
