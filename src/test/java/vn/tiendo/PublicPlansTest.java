package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** Whoever passes by reads what a line of Nơi nhận publishes, and nothing else. */
@ProcessTest
class PublicPlansTest {

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private Visitor passerBy;

    @BeforeEach
    void anEmptyOffice() {
        journey.beginsAt("2023-02-10T09:00");
        passerBy = new Visitor(port, null);
    }

    @Test
    void aPublishedPlanIsOnThePageAndInTheFeed() throws Exception {
        var plan = journey.issued(published("Kế hoạch để đăng"));
        journey.issued(with(with(draft(), "duties", List.of()), "subject", "Kế hoạch nội bộ"));
        var document = document(plan);

        assertThat(passerBy.reads("/cong-khai"))
                .contains("01/KH-UBND", "Kế hoạch để đăng", "10/02/2023", document + ".pdf")
                .doesNotContain("nội bộ", plan);
        assertThat(passerBy.reads("/cong-khai/" + document + ".pdf")).startsWith("%PDF");
        var feed = new SyndFeedInput().build(new StringReader(passerBy.reads("/cong-khai/atom.xml")));
        assertThat(feed.getTitle()).isEqualTo("Kế hoạch của UBND phường Mẫu");
        assertThat(feed.getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getTitle()).isEqualTo("01/KH-UBND - Kế hoạch để đăng");
            assertThat(entry.getUri()).isEqualTo("urn:uuid:" + document);
            assertThat(entry.getLink()).endsWith("/cong-khai/" + document + ".pdf");
        });
        assertThat(journey.database()
                        .sql("select channel || ' ' || state from delivery where plan = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("PORTAL DELIVERED");
    }

    @Test
    void whatIsNotPublishedAnswersLikeWhatDoesNotExist() {
        var hidden = document(journey.issued(with(draft(), "duties", List.of())));
        var drafted =
                (String) journey.propose("cbvhxh", Samples.proposal()).getBody().get("businessKey");
        journey.does("cbvhxh", drafted, "draftPlan", published("Bản dự thảo"));

        assertThat(passerBy.reads("/cong-khai")).contains("Chưa có kế hoạch").doesNotContain("dự thảo", "KH-UBND");
        assertThat(passerBy.answerTo("GET", "/cong-khai/" + hidden + ".pdf")).isEqualTo("404");
        assertThat(passerBy.answerTo("GET", "/cong-khai/" + UUID.randomUUID() + ".pdf"))
                .isEqualTo("404");
    }

    private static Map<String, Object> published(String subject) {
        var draft = with(with(draft(), "duties", List.of()), "subject", subject);
        return with(draft, "recipients", List.of(Map.of("text", "Cổng thông tin điện tử phường", "role", "PUBLISH")));
    }

    private String document(String plan) {
        return journey.database()
                .sql("select document from plan where id = ?")
                .param(plan)
                .query(UUID.class)
                .single()
                .toString();
    }
}
