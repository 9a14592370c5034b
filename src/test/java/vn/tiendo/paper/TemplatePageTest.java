package vn.tiendo.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.approved;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.proposal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;
import vn.tiendo.paper.Paper.Kind;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** The papers of a plan on its page, and the office's own templates for them. */
@ProcessTest
class TemplatePageTest {

    @Autowired
    Journey journey;

    @LocalServerPort
    int port;

    private String plan;

    @BeforeEach
    void aDraft() {
        journey.beginsAt("2023-02-10T09:00");
        plan = (String) journey.propose("cbvhxh", proposal()).getBody().get("businessKey");
        journey.does("cbvhxh", plan, "draftPlan", draft());
    }

    @AfterEach
    void theBundledTemplatesAreBack() {
        journey.database().sql("delete from paper_template").update();
    }

    @Test
    void theOfficesOwnTemplateIsUsedUntilTheBundledOneIsBack() throws IOException {
        replace("plan", with("KẾ HOẠCH", "KẾ HOẠCH CỦA PHƯỜNG"));
        assertThat(word("/api/plans/" + plan + "/papers/ke-hoach.docx")).contains("KẾ HOẠCH CỦA PHƯỜNG");
        assertThat(word("quantri", "/mau-van-ban/plan.docx")).contains("KẾ HOẠCH CỦA PHƯỜNG");

        new Visitor(port, "quantri").answerTo("POST", "/mau-van-ban/plan/mac-dinh");

        assertThat(word("/api/plans/" + plan + "/papers/ke-hoach.docx"))
                .contains("KẾ HOẠCH", "Số:", "/KH-UBND")
                .doesNotContain("CỦA PHƯỜNG");
    }

    @Test
    void aBrokenTemplateIsRefusedAndTheOldOneStays() throws IOException {
        replace("plan", with("KẾ HOẠCH", "KẾ HOẠCH CỦA PHƯỜNG"));
        replace("plan", with("{{trichYeu}}", "{{trichyeu}}"));
        replace("plan", new byte[] {1, 2, 3});

        assertThat(word("/api/plans/" + plan + "/papers/ke-hoach.docx")).contains("KẾ HOẠCH CỦA PHƯỜNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ke-hoach", "to-trinh", "phieu-trinh"})
    void whoWorksOnADraftTakesItsPapersOut(String paper) throws IOException {
        assertThat(word("/api/plans/" + plan + "/papers/" + paper + ".docx")).contains("CỘNG HÒA");
        assertThat(Print.of(journey.download("chuyenvien", "/api/plans/" + plan + "/papers/" + paper + ".pdf"))
                        .find("CỘNG HÒA")
                        .font())
                .isEqualTo("LiberationSerif-Bold");
        assertThat(new Visitor(port, "khupho1").answerTo("GET", "/api/plans/" + plan + "/papers/" + paper + ".pdf"))
                .isEqualTo("404");
    }

    @Test
    void everyHandingInIsAnotherDraftAndTwoCanBeCompared() throws IOException {
        assertThat(word("/api/plans/" + plan + "/papers/ke-hoach.docx")).contains("DỰ THẢO lần 1");
        journey.does("truongvhxh", plan, "reviewDraft", Map.of("verdict", "RETURNED", "remark", "Sửa trích yếu"));
        journey.does(
                "cbvhxh",
                plan,
                "draftPlan",
                vn.tiendo.testing.Samples.with(draft(), "subject", "Thực hiện Quy chế dân chủ ở khu phố năm 2023"));

        assertThat(word("/api/plans/" + plan + "/papers/ke-hoach.docx")).contains("DỰ THẢO lần 2");
        assertThat(new String(
                        journey.download("chuyenvien", "/ke-hoach/" + plan + "/du-thao"),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("Lần 2 so với lần 1: 1 đoạn thay đổi", "<del>cơ sở </del>", "<ins>khu phố </ins>");
        assertThat(new Visitor(port, "khupho1").answerTo("GET", "/ke-hoach/" + plan + "/du-thao"))
                .isEqualTo("404");
        assertThat(new Visitor(port, "chuyenvien").answerTo("GET", "/ke-hoach/" + plan + "/du-thao?older=1&newer=9"))
                .isEqualTo("404");
    }

    /** The form says it too; nothing of it holds the plan up. */
    @Test
    void theClerkSeesWhatTheFormCheckFound() {
        assertThat(new String(
                        journey.download("chuyenvien", "/api/plans/" + plan + "/form-check"),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("chưa có trong Nơi nhận: Văn phòng HĐND và UBND phường; Phòng Văn hóa - Xã hội")
                .contains("\"blocking\":false")
                .doesNotContain("\"blocking\":true");
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.does("chuyenvien", plan, "checkForm", approved());
    }

    @Test
    void whatTheDecreeForbidsIsNotPassed() {
        journey.does("truongvhxh", plan, "reviewDraft", approved());
        journey.database().sql("delete from plan_recipient").update();

        assertThat(journey.tries("chuyenvien", plan, "checkForm", approved())
                        .getBody()
                        .toString())
                .contains("Văn bản còn thiếu thành phần bắt buộc. Thiếu Nơi nhận.");
    }

    @Test
    void theSlipTellsWhatTheUnitHeadSaid() throws IOException {
        journey.does("truongvhxh", plan, "reviewDraft", Map.of("verdict", "RETURNED", "remark", "Bổ sung kinh phí"));
        journey.does("cbvhxh", plan, "draftPlan", draft());
        journey.does("truongvhxh", plan, "reviewDraft", approved());

        assertThat(word("/api/plans/" + plan + "/papers/phieu-trinh.docx"))
                .contains("Tờ trình số 03/TTr-VHXH ngày 06/02/2023", "Mẫu Văn Khánh", "Bổ sung kinh phí");
    }

    private byte[] with(String words, String others) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(WordTemplates.bundled(Kind.PLAN)))) {
            document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().equals(words))
                    .forEach(paragraph -> paragraph.getRuns().get(0).setText(others, 0));
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private void replace(String kind, byte[] template) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(template) {
            @Override
            public String getFilename() {
                return "mau.docx";
            }
        });
        new TestRestTemplate("quantri", Journey.PASSWORD)
                .postForEntity(URI.create("http://localhost:" + port + "/mau-van-ban/" + kind), form, String.class);
    }

    private String word(String path) throws IOException {
        return word("chuyenvien", path);
    }

    private String word(String login, String path) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(journey.download(login, path)));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
