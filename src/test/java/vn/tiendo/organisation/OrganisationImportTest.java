package vn.tiendo.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import vn.tiendo.directory.Directory;
import vn.tiendo.form.CsvCell;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** The whole organisation out of one file: shown first, then taken whole or not at all. */
@ProcessTest
class OrganisationImportTest {

    private static final String UNITS = """
            Mã đơn vị;Tên đơn vị;Loại;Trực thuộc (mã);Thư điện tử
            moiA1;Tổ 1 khu phố Mới;Khu phố, thôn;moiA;to1@phuong.mau.example
            moiA;Khu phố Mới;khu phố, thôn;ubnd;kpm@phuong.mau.example
            """;
    private static final String PEOPLE = """
            Tên đăng nhập;Họ và tên;Đơn vị (mã);Vai trò;Chức vụ;Thư điện tử;Quyền hạn, chức vụ của người ký;Mật khẩu đầu
            moi1;Mẫu Thị An;vanPhong;Văn thư;Văn thư;moi1@phuong.mau.example;;cau dai de nho
            moi2;Mẫu Văn Hà;ubnd;Phó Chủ tịch;Phó Chủ tịch;moi2@phuong.mau.example;"TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH";
            """;

    @Autowired
    Journey journey;

    @Autowired
    OrganisationImport taking;

    @Autowired
    Units units;

    @Autowired
    Staff staff;

    @Autowired
    Directory directory;

    @Autowired
    IdentityService engine;

    @LocalServerPort
    int port;

    @BeforeEach
    void theOffice() {
        journey.beginsAt("2026-03-10T09:00");
    }

    @AfterEach
    void isAsBefore() {
        journey.database().sql("delete from official where login like 'moi%'").update();
        journey.database().sql("delete from unit where code = 'moiA1'").update();
        journey.database().sql("delete from unit where code like 'moi%'").update();
        journey.database().sql("delete from given_password").update();
        directory.forget();
        engine.createUserQuery().userIdIn("moi1", "moi2").list().forEach(user -> engine.deleteUser(user.getId()));
        engine.createGroupQuery().groupIdIn("moiA", "moiAHead", "moiA1", "moiA1Head").list().stream()
                .forEach(group -> engine.deleteGroup(group.getId()));
    }

    @Test
    void aFileIsShownFirstAndTakenWhenItIsConfirmed() {
        var shown = taking.tries(read(UNITS));
        assertThat(shown.findings()).isEmpty();
        assertThat(shown.added()).containsExactlyInAnyOrder("Khu phố Mới", "Tổ 1 khu phố Mới");
        assertThat(units.entry("moiA")).isEmpty();

        taking.takes(read(UNITS));
        taking.takes(read(PEOPLE));

        assertThat(directory.unit("moiA1").parent()).isEqualTo("moiA");
        assertThat(engine.createGroupQuery().groupId("moiA1Head").count()).isEqualTo(1);
        assertThat(engine.checkPassword("moi1", "cau dai de nho")).isTrue();
        assertThat(engine.createGroupQuery()
                        .groupMember("moi1")
                        .groupId("clerk")
                        .count())
                .isEqualTo(1);
        assertThat(directory.official("moi2").signatureBlock())
                .isEqualTo("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    }

    /** The page as an administrator sees it: nothing is there before he presses the second button. */
    @Test
    void thePageShowsTheFileAndTakesItWithTheSecondButton() {
        var administrator = new Visitor(port, null).signsIn("quantri");

        var shown = administrator.uploads(
                "/to-chuc/nhap", "/to-chuc/nhap", "a.csv", UNITS.getBytes(StandardCharsets.UTF_8));
        assertThat(shown).contains("Thêm 2", "Khu phố Mới", "Nhập danh bạ này");
        assertThat(units.entry("moiA")).isEmpty();
        var rows = HtmlUtils.htmlUnescape(
                shown.replaceAll("(?s).*<textarea name=\"rows\" hidden>(.*?)</textarea>.*", "$1"));

        administrator.sends(
                "/to-chuc/nhap", "/to-chuc/nhap/ghi", "rows=" + URLEncoder.encode(rows, StandardCharsets.UTF_8));
        assertThat(administrator.reads("/to-chuc")).contains("Khu phố Mới", "Tổ 1 khu phố Mới");

        assertThat(administrator.uploads(
                        "/to-chuc/nhap",
                        "/to-chuc/nhap",
                        "a.csv",
                        "Mã đơn vị\nmoi B\n".getBytes(StandardCharsets.UTF_8)))
                .contains("Có 1 chỗ phải sửa; chưa nhập gì", "Đơn vị, dòng 2: Mã “moi B” không dùng được");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsTaken() {
        var units = UNITS
                + "moi B;Khu phố B;Khu phố, thôn;ubnd;\n;;;;\nmoiA;Khu phố Mới;Phòng;ubnd;\nmoiC;Khu phố C;Khu phố, thôn;nobody;\n";
        var people = PEOPLE
                + "moi3;Mẫu Thị Ba;vanPhong;Giám đốc;Chuyên viên;moi3@phuong.mau.example;;\nchutich;;ubnd;Chủ tịch;Chủ tịch;chutich@phuong.mau.example;;\n";

        assertThat(taking.takes(read(units)).findings())
                .containsExactlyInAnyOrder(
                        "Đơn vị, dòng 4: Mã “moi B” không dùng được; mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang và không quá 40 ký tự.",
                        "Đơn vị, dòng 6: “moiA” đã có ở dòng 3.",
                        "Đơn vị, dòng 7: Không có đơn vị “nobody” trong danh bạ.");
        assertThat(taking.takes(read(people)).findings())
                .containsExactly(
                        "Người, dòng 6: “Vai trò” ghi “Giám đốc”; hãy chọn một trong: Chủ tịch, Phó Chủ tịch, Chánh Văn phòng, Chuyên viên Văn phòng, Văn thư, Lãnh đạo đơn vị, Cán bộ, chuyên viên, Quản trị viên.",
                        "Người, dòng 7: Hãy nhập “Họ và tên”.");
        assertThat(this.units.entry("moiA")).isEmpty();
        assertThat(staff.entry("moi1")).isEmpty();
        assertThat(engine.createUserQuery().userId("moi1").count()).isZero();
    }

    @Test
    void whatWasTakenOutComesBackUnchanged() {
        var workbook = OrganisationFile.workbook(units.entries(), staff.entries());

        var sheets = OrganisationFile.read(workbook);
        assertThat(sheets.units()).hasSize(units.entries().size());
        assertThat(sheets.people()).hasSize(staff.entries().size());
        var outcome = taking.tries(sheets);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.changed()).isEmpty();
        assertThat(taking.tries(read(OrganisationFile.unitsAsText(units.entries())))
                        .findings())
                .isEmpty();
        assertThat(taking.tries(read(OrganisationFile.peopleAsText(staff.entries())))
                        .changesNothing())
                .isTrue();
    }

    @Test
    void aColumnThatIsNotThereLeavesWhatIsKnown() {
        var outcome = taking.tries(read("Mã đơn vị,Thư điện tử\nkhuPho1,moi@phuong.mau.example\n"));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.changed()).isEqualTo(List.of("Khu phố 1"));
    }

    @Test
    void aSpreadsheetComputesNothingOfWhatItIsGiven() {
        assertThat(List.of(CsvCell.written("=1+1"), CsvCell.written("-2"), CsvCell.written("Khu phố 1")))
                .containsExactly("'=1+1", "'-2", "Khu phố 1");
        assertThat(List.of("=1+1", "'", "Khu phố 1", "").stream()
                        .map(CsvCell::written)
                        .map(CsvCell::read))
                .containsExactly("=1+1", "'", "Khu phố 1", "");
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() {
        assertThat(read("Mã đơn vị;Điện thoại\nkhuPho1;1\n").refusals())
                .containsExactly("Tệp CSV: không có cột “Điện thoại” trong mẫu; hãy xóa cột hoặc sửa tên cột.");
        assertThat(read("a;b\n1;2\n").refusals())
                .containsExactly("Tệp không có dòng nào đọc được; dòng đầu phải là tên các cột như trong mẫu.");
        assertThatThrownBy(() -> OrganisationFile.read("Mã".getBytes(StandardCharsets.UTF_16)))
                .hasMessageStartingWith("Tệp CSV không phải mã UTF-8");
        assertThatThrownBy(() -> OrganisationFile.read("PK nothing".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Không đọc được tệp");
    }

    private static Sheets read(String text) {
        return OrganisationFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
