package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.duty;
import static vn.tiendo.testing.Samples.quietDraft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import vn.tiendo.directory.Directory;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;
import vn.tiendo.testing.Visitor;

/** Who signs in whose name (Decree 30/2020/NĐ-CP, article 13), and that only who is competent decides. */
@ProcessTest
class SignerTest {

    @Autowired
    Journey journey;

    @Autowired
    Directory directory;

    @Autowired
    RepositoryService models;

    @LocalServerPort
    int port;

    @Test
    void theSamplePeopleSignAsTheDecreeSays() {
        assertThat(journey.database()
                        .sql(
                                "select login || ': ' || replace(signature_block, chr(10), ' / ') from official where signature_block is not null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "chanhvanphong: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG",
                        "chutich: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
                        "khupho1: TRƯỞNG KHU PHỐ",
                        "khupho2: TRƯỞNG KHU PHỐ",
                        "khupho3: TRƯỞNG KHU PHỐ",
                        "khupho4: TRƯỞNG KHU PHỐ",
                        "phochutich1: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
                        "phochutich2: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
                        "truongktht: TRƯỞNG PHÒNG",
                        "truongvhxh: TRƯỞNG PHÒNG");
    }

    @ParameterizedTest
    @CsvSource({"truongvhxh, TM. ỦY BAN NHÂN DÂN", "chanhvanphong, TM. VĂN PHÒNG", "phochutich1, PHÓ CHỦ TỊCH"})
    void nobodySignsInANameThatIsNotHis(String login, String block) {
        assertThatThrownBy(() -> journey.database()
                        .sql("update official set signature_block = ? where login = ?")
                        .params(block, login)
                        .update())
                .hasStackTraceContaining("official_signs_as_he_may");
    }

    @Test
    void aPhoChuTichSignsInHisFieldOnly() {
        var plan = submitted("phochutich2");

        assertThat(journey.waitsAt(plan)).containsExactly("draftPlan");
        assertThat(journey.database()
                        .sql("select text from remark where subject = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "Mẫu Văn Chính không phụ trách lĩnh vực của Phòng Văn hóa - Xã hội; hãy chọn Mẫu Thị Bình hoặc Chủ tịch ký.");
    }

    @Test
    void whoseFieldChangesWhileADraftWaitsPassesItOn() {
        var plan = submitted("phochutich1");
        assertThat(journey.call(HttpMethod.GET, "phochutich1", "/api/plans/" + plan, null)
                        .getBody()
                        .get("signer"))
                .as("as the form shows it")
                .hasFieldOrPropertyWithValue("signatureBlock", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
        field("VHXH", "KTHT");
        try {
            for (var verdict : List.of(Samples.approved(), Samples.returned("Sửa"))) {
                assertThat(journey.tries("phochutich1", plan, "approvePlan", verdict)
                                .getBody())
                        .containsEntry(
                                "message",
                                "Lĩnh vực của đơn vị trình không do bạn phụ trách nữa; hãy bấm “Trình Chủ tịch”.");
            }
            journey.does("phochutich1", plan, "approvePlan", Map.of("verdict", "PASSED"));
        } finally {
            field("KTHT", "VHXH");
        }
        assertThat(journey.waitsAt(plan)).containsExactly("decideByChair");
    }

    @Test
    void thePageSaysWhatTheDeployedTableAnswers() {
        journey.beginsAt("2023-02-07T09:00");
        assertThat(new Visitor(port, "chutich").reads("/tham-quyen-ky"))
                .containsPattern("(?s)Chủ tịch.*Mẫu Văn An.*Mọi lĩnh vực.*Phó Chủ tịch.*Mẫu Thị Bình.*Mẫu Văn Chính.*"
                        + "Lĩnh vực phụ trách.*Khu phố 1, Khu phố 2.*Khu phố 3, Khu phố 4")
                .doesNotContain("<select", "Ghi thẩm quyền ký");

        decides(drawn -> drawn.replace("<text>true</text>", "<text></text>"));
        assertThat(new Visitor(port, "chutich").reads("/tham-quyen-ky")).doesNotContain("worked\">Lĩnh vực phụ trách");
    }

    @Test
    void whoMaySignIsChangedOnThePageAndTheNextPlanFollows() {
        journey.beginsAt("2023-02-07T09:00");
        assertThat(changes("ANY", "IN_FIELD")).contains("Đã ghi.", "phiên bản");
        assertThat(new Visitor(port, "quantri").reads("/mo-hinh/signingAuthority"))
                .containsPattern("(?s)trang Thẩm quyền ký.*Mẫu Văn Hải");
        assertThat(changes("ANY", "IN_FIELD")).contains("Không có gì thay đổi.");

        var plan = submitted("phochutich2");
        assertThat(journey.waitsAt(plan)).containsExactly("approvePlan");
        journey.does("phochutich2", plan, "approvePlan", Samples.approved());
        assertThat(journey.waitsAt(plan)).containsExactly("numberPlan");

        var waiting = submitted("phochutich2");
        changes("NONE", "IN_FIELD");
        assertThat(journey.tries("phochutich2", waiting, "approvePlan", Samples.approved())
                        .getBody())
                .containsEntry(
                        "message", "Lĩnh vực của đơn vị trình không do bạn phụ trách nữa; hãy bấm “Trình Chủ tịch”.");
    }

    @Test
    void noKindOfDocumentIsLeftWithoutASigner() {
        journey.beginsAt("2023-02-07T09:00");
        var before = version();
        assertThat(posts(version(), "NONE", "IN_FIELD", "ANY", "IN_FIELD"))
                .contains("sẽ không còn ai ký được Kế hoạch ở mọi lĩnh vực", "selected=\"selected\">Không ký");
        assertThat(posts(version(), "IN_FIELD", "IN_FIELD", "ANY", "ANY")).contains("Hãy chọn Chủ tịch ký Kế hoạch");
        assertThat(version()).isEqualTo(before);
        assertThat(posts("signingAuthority:0:x", "ANY", "ANY", "ANY", "ANY")).contains("phiên bản mới; hãy xem lại");

        assertThat(posts(version(), "NONE", "ANY", "ANY", "IN_FIELD")).contains("Đã ghi.");
        var plan = submitted("phochutich1");
        journey.does("phochutich1", plan, "approvePlan", Map.of("verdict", "PASSED"));
        assertThat(journey.tries("chutich", plan, "decideByChair", Samples.approved())
                        .getBody())
                .containsEntry(
                        "message",
                        "Bảng thẩm quyền ký không cho Chủ tịch ký kế hoạch; hãy trả lại để người soạn thảo chọn người ký khác.");
        journey.does("chutich", plan, "decideByChair", Samples.returned("Chọn người khác ký"));
    }

    @Test
    void aTableDrawnOtherwiseIsOnlyShown() {
        journey.beginsAt("2023-02-07T09:00");
        decides(drawn -> drawn.replace("<text>\"KH\"</text>", "<text>\"KH\",\"QĐ\"</text>"));

        assertThat(new Visitor(port, "quantri").reads("/tham-quyen-ky"))
                .contains("được vẽ riêng", "Lĩnh vực phụ trách")
                .doesNotContain("<select");
        assertThat(changes("ANY", "ANY")).contains("được vẽ khác với mẫu của trang này");

        decides(drawn -> drawn.replace("\"FIRST\"", "\"UNIQUE\""));
        assertThat(new Visitor(port, "quantri").reads("/tham-quyen-ky"))
                .as("where two rows fit the table has no answer")
                .contains("được vẽ riêng", "Không ký");
    }

    @Test
    void aReportGoesToWhomTheTableLetsSign() {
        journey.beginsAt("2023-02-10T09:00");
        var round =
                journey.issued(quietDraft(List.of(duty("Báo cáo quý", "QUARTERLY", "21/03/2023", List.of("khuPho1")))))
                        + "-K01";
        journey.until("2023-03-10T09:00");
        journey.does("khupho1", round + "-khuPho1", "handInReport", Map.of("nil", true));
        journey.does("chuyenvien", round + "-khuPho1", "acceptReport", Samples.approved());
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", "Tổng hợp"));
        changes("IN_FIELD", "NONE");

        assertThat(journey.tries("phochutich1", round, "approveConsolidation", Samples.approved())
                        .getBody())
                .containsEntry(
                        "message",
                        "Bảng thẩm quyền ký không cho bạn ký báo cáo này nữa; hãy trả lại, khi Văn phòng trình lại thì báo cáo đến người có thẩm quyền.");
        journey.does("phochutich1", round, "approveConsolidation", Samples.returned("Trình Chủ tịch"));
        journey.does("chuyenvien", round, "editConsolidation", Map.of("content", "Tổng hợp"));
        journey.does("chutich", round, "approveConsolidation", Samples.approved());
    }

    /** How far a Phó Chủ tịch may sign. */
    private String changes(String plans, String reports) {
        return posts(version(), "ANY", plans, "ANY", reports);
    }

    /** @return the page that follows */
    private String posts(String version, String chairPlans, String plans, String chairReports, String reports) {
        var administrator = new Visitor(port, "quantri").keepsCookies();
        assertThat(administrator.answerTo(
                        "POST",
                        "/tham-quyen-ky",
                        "application/x-www-form-urlencoded",
                        "version=%s&KH.CHAIR=%s&KH.VICE_CHAIR=%s&BC.CHAIR=%s&BC.VICE_CHAIR=%s"
                                .formatted(version, chairPlans, plans, chairReports, reports)))
                .isEqualTo("302");
        return administrator.reads("/tham-quyen-ky");
    }

    private String version() {
        return new Visitor(port, "quantri")
                .reads("/tham-quyen-ky")
                .replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    }

    private void decides(UnaryOperator<String> drawing) {
        try {
            models.createDeployment()
                    .name("drawn")
                    .addString(
                            "signing-authority.dmn",
                            drawing.apply(Files.readString(Path.of("bpmn/signing-authority.dmn"))))
                    .deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void theTableIsTheReleasesAgain() {
        models.createDeploymentQuery().list().stream()
                .filter(one -> List.of("drawn", "signingAuthority").contains(one.getName())
                        && !"bundle".equals(one.getSource()))
                .forEach(one -> models.deleteDeployment(one.getId(), true));
    }

    /** The two Phó Chủ tịch change places. */
    private void field(String first, String now) {
        journey.database()
                .sql(
                        "update official set field = case field when :first then :now else :first end where position = 'VICE_CHAIR'")
                .param("first", first)
                .param("now", now)
                .update();
        directory.forget();
    }

    private String submitted(String signer) {
        journey.beginsAt("2023-02-07T09:00");
        var plan =
                (String) journey.propose("cbvhxh", Samples.proposal()).getBody().get("businessKey");
        journey.does("cbvhxh", plan, "draftPlan", Samples.with(Samples.draft(), "signer", signer));
        journey.does("truongvhxh", plan, "reviewDraft", Samples.approved());
        journey.does("chuyenvien", plan, "checkForm", Samples.approved());
        return plan;
    }
}
