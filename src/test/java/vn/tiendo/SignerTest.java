package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import vn.tiendo.directory.Directory;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;

/** Who signs in whose name (Decree 30/2020/NĐ-CP, article 13), and that only who is competent decides. */
@ProcessTest
class SignerTest {

    @Autowired
    Journey journey;

    @Autowired
    Directory directory;

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
