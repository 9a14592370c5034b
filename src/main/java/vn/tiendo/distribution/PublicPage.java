package vn.tiendo.distribution;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.distribution.PublicPlans.PublicPlan;
import vn.tiendo.document.StoredFiles;
import vn.tiendo.engine.NotFound;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.engine.Sentences;

/** Công khai: published plans for everybody, as a page and as an Atom feed. */
@Controller
@RequestMapping("/cong-khai")
class PublicPage {

    private final PublicPlans plans;
    private final StoredFiles files;
    private final Directory directory;
    private final Clock clock;
    private final String baseUrl;

    PublicPage(
            PublicPlans plans,
            StoredFiles files,
            Directory directory,
            Clock clock,
            @Value("${tien-do.base-url}") String baseUrl) {
        this.plans = plans;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("issuer", issuer());
        model.addAttribute("plans", plans.all());
        return "cong-khai";
    }

    @GetMapping("/{document}.pdf")
    ResponseEntity<byte[]> document(@PathVariable String document) {
        var plan = plans.find(document).orElseThrow(() -> new NotFound("public document"));
        var name = files.find(plan.document()).orElseThrow().name();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(files.content(plan.document()));
    }

    @GetMapping("/atom.xml")
    @ResponseBody
    ResponseEntity<Feed> feed() {
        var published = plans.all();
        var feed = new Feed("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setId(baseUrl + "/cong-khai");
        feed.setTitle(Sentences.of("public.title", issuer()));
        feed.setUpdated(OfficeTime.asDate(published.stream()
                .map(PublicPlan::publishedAt)
                .max(OffsetDateTime::compareTo)
                .map(OffsetDateTime::toInstant)
                .orElseGet(clock::instant)));
        var author = new Person();
        author.setName(issuer());
        feed.setAuthors(List.of(author));
        feed.setAlternateLinks(List.of(link("alternate", "/cong-khai", "text/html")));
        feed.setOtherLinks(List.of(link("self", "/cong-khai/atom.xml", "application/atom+xml")));
        feed.setEntries(published.stream().map(this::entry).toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_ATOM_XML).body(feed);
    }

    private Entry entry(PublicPlan plan) {
        var entry = new Entry();
        entry.setId("urn:uuid:" + plan.document());
        entry.setTitle(plan.title());
        entry.setUpdated(OfficeTime.asDate(plan.publishedAt().toInstant()));
        entry.setAlternateLinks(
                List.of(link("alternate", "/cong-khai/" + plan.document() + ".pdf", "application/pdf")));
        return entry;
    }

    private Link link(String relation, String path, String type) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(baseUrl + path);
        link.setType(type);
        return link;
    }

    private String issuer() {
        return directory.findCommittee().map(Unit::name).orElse("");
    }
}
