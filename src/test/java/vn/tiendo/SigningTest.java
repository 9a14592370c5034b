package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;
import static vn.tiendo.testing.Samples.quietDraft;
import static vn.tiendo.testing.Samples.with;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** What is issued is signed, or a scan of what was signed by hand; it stays as it was issued, and the page says whether it did. */
@ProcessTest
class SigningTest {

    @Autowired
    Journey journey;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsSignedIsWhatIsShownSentAndArchived() throws Exception {
        journey.beginsAt("2023-02-10T09:00");

        var plan = journey.issued(draft());

        var document = document(plan);
        var file = journey.download("cbvhxh", "/api/files/" + document);
        try (var pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(2);
        }
        assertThat(journey.received().filter(mail -> subject(mail).contains("01/KH-UBND")))
                .hasSizeGreaterThan(2)
                .allSatisfy(mail -> assertThat(attachment(mail)).isEqualTo(file));
        assertThat(page("cbvhxh", plan))
                .contains("Mẫu Thị Bình (chữ ký số mẫu)", "UBND phường Mẫu (con dấu mẫu)", "10/02/2023 09:00")
                .containsPattern("(?s)Hợp lệ.*Hợp lệ")
                .doesNotContain("đã bị thay đổi", "không còn là tệp đã ban hành");
    }

    @Test
    void aChangeAfterSigningIsRefusedAndWhereItIsForcedThePageSaysSo() {
        journey.beginsAt("2023-02-10T09:00");
        var plan = journey.issued(draft());
        var document = document(plan);
        var change = "update stored_file set content = content || '\\x20'::bytea where id = ?";

        assertThatThrownBy(() -> journey.database().sql(change).param(document).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not change");
        assertThatThrownBy(() -> journey.database()
                        .sql("update plan set document = null where id = ?")
                        .param(plan)
                        .update())
                .isInstanceOf(DataAccessException.class);
        transaction.executeWithoutResult(status -> {
            journey.database()
                    .sql("set local session_replication_role = replica")
                    .update();
            journey.database().sql(change).param(document).update();
        });

        assertThat(page("vanthu", plan))
                .contains("Tệp văn bản không còn là tệp đã ban hành", "Văn bản đã bị thay đổi sau khi ký")
                .doesNotContain("Hợp lệ");
    }

    /** All sample certificates have ended by then. */
    @Test
    void withoutAValidKeyTheSignedScanIsAskedForAndIssued() throws IOException {
        journey.beginsAt("2101-02-10T09:00");
        var plan = (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
        journey.does("cbvhxh", plan, "draftPlan", with(quietDraft(List.of()), "year", "2101"));
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
        journey.does("phochutich1", plan, "approvePlan", approved());

        refused(plan, List.of(), "hãy tải lên bản đã ký, đóng dấu và quét (PDF)");
        refused(plan, List.of(kept("ban-ky.txt", "không phải PDF".getBytes(StandardCharsets.UTF_8))), "PDF mở được");
        refused(plan, List.of(kept("ban-ky.pdf", "%PDF-1.7\nhỏng".getBytes(StandardCharsets.UTF_8))), "PDF mở được");
        refused(plan, List.of(kept("1.pdf", scan()), kept("2.pdf", scan())), "đúng một tệp PDF");
        var scan = kept("ban-ky.pdf", scan());
        journey.does("vanthu", plan, "numberPlan", number(List.of(scan)));

        assertThat(document(plan)).hasToString((String) scan.get("id"));
        assertThat(page("vanthu", plan))
                .contains("Bản quét của văn bản ký tay, do Mẫu Thị Giang tải lên", "còn nguyên vẹn")
                .doesNotContain("Hợp lệ");
        assertThat(journey.passed(plan)).contains("issuePlan", "distributePlan");
    }

    private void refused(String plan, List<Map<String, Object>> scan, String sentence) {
        var answer = journey.tries("vanthu", plan, "numberPlan", number(scan));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat((String) answer.getBody().get("message")).contains(sentence);
        assertThat(journey.waitsAt(plan)).containsExactly("numberPlan");
    }

    private static Map<String, Object> number(List<Map<String, Object>> scan) {
        return Map.of("sequence", "1", "issuedOn", "10/02/2101", "scan", scan);
    }

    private Map<String, Object> kept(String name, byte[] content) {
        return Map.of("id", journey.upload("vanthu", name, content).getBody().get("id"));
    }

    private static byte[] scan() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private UUID document(String plan) {
        return journey.database()
                .sql("select document from plan where id = ?")
                .param(plan)
                .query(UUID.class)
                .single();
    }

    private String page(String login, String plan) {
        return new String(journey.download(login, "/ke-hoach/" + plan), StandardCharsets.UTF_8);
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] attachment(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = attachment(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return part.isMimeType("application/pdf") ? part.getInputStream().readAllBytes() : null;
    }
}
