package vn.tiendo.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.Refusal;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Visitor;

/** An administrator keeps units and people on the page Tổ chức, without SQL and without a restart. */
@ProcessTest
class OrganisationTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    Journey journey;

    @Autowired
    OrganisationChange change;

    @Autowired
    OrganisationImport imports;

    @Autowired
    Posts courses;

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
        var database = journey.database();
        database.sql("delete from official where login like 'moi%'").update();
        database.sql(
                        "update official set last_day = null, position = 'STAFF', title = 'Chuyên viên', unit = 'vanHoaXaHoi' where login = 'cbvhxh'")
                .update();
        database.sql("delete from unit where code like 'moi%'").update();
        database.sql("delete from given_password").update();
        database.sql("delete from post").update();
        directory.forget();
        engine.createUserQuery().userIdIn("moi1", "moi2").list().forEach(user -> engine.deleteUser(user.getId()));
        engine.createGroupQuery()
                .groupIdIn("moiA", "moiAHead")
                .list()
                .forEach(group -> engine.deleteGroup(group.getId()));
    }

    @Test
    void thePageOfRolesNamesEveryStepAndWhoeverHasItToday() throws IOException {
        var page = page("/vai-tro");

        try (var models = Files.list(Path.of("bpmn"))) {
            assertThat(models.filter(file -> file.toString().endsWith(".bpmn"))
                            .flatMap(file ->
                                    Bpmn.readModelFromFile(file.toFile())
                                            .getModelElementsByType(UserTask.class)
                                            .stream())
                            .map(UserTask::getName))
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(page).contains(">" + step + "<"));
        }
        assertThat(page).contains("Bắt đầu: Vòng đời kế hoạch").doesNotContain("${");
        assertThat(row(page, "Văn thư"))
                .contains(directory.official("vanthu").name(), "Văn thư cấp số, ghi ngày", "Gửi bằng cách khác")
                .doesNotContain("thay mặt", directory.official("chuyenvien").name());
        assertThat(row(page, "Chủ tịch"))
                .contains(directory.official("chutich").name(), "Chủ tịch quyết định")
                .doesNotContain("Văn thư");
        assertThat(row(page, "Người ký văn bản")).contains("Phó Chủ tịch phê duyệt", "Tùy từng việc");
    }

    @Test
    void aRoleFollowsThePostAndWhoeverStandsIn() {
        journey.database()
                .sql("update official set position = 'CLERK' where login = 'cbvhxh'")
                .update();
        journey.database().sql("""
                        insert into substitution (id, absent, substitute, first_day, last_day, signing, made_by, made_at)
                        values (gen_random_uuid(), 'vanthu', 'chuyenvien', '2026-03-10', '2026-03-12', false, 'quantri', now())""").update();
        directory.forget();

        assertThat(row(page("/vai-tro"), "Văn thư"))
                .contains(
                        directory.official("cbvhxh").name(),
                        "thay mặt",
                        directory.official("chuyenvien").name());
    }

    @Test
    void whatHasNoNameIsShownByItsKey() {
        var before = journey.database()
                .sql("select name_ from act_id_group where id_ = 'clerk'")
                .query(String.class)
                .single();
        named(null, null);
        try {
            assertThat(row(page("/vai-tro"), "clerk")).contains("planLifecycle", "Văn thư cấp số, ghi ngày");
        } finally {
            named(before, "Vòng đời kế hoạch");
        }
    }

    private void named(@Nullable String clerks, @Nullable String lifecycle) {
        journey.database()
                .sql("update act_id_group set name_ = ? where id_ = 'clerk'")
                .param(clerks)
                .update();
        journey.database()
                .sql("update act_re_procdef set name_ = ? where key_ = 'planLifecycle'")
                .param(lifecycle)
                .update();
    }

    private static String row(String page, String role) {
        return page.replaceAll("(?s).*(<tr>(?:(?!<tr>).)*<b>" + role + "</b>.*?</tr>).*", "$1");
    }

    @Test
    void aNewUnitAndItsHeadWorkAtOnce() {
        assertThat(
                        posts(
                                "/to-chuc/don-vi",
                                "isNew=true&code=moiA&name=Khu+ph%E1%BB%91+M%E1%BB%9Bi&kind=HAMLET&parent=ubnd&field=VHXH&email=kpm@phuong.mau.example"))
                .isEqualTo("302");
        assertThat(posts(
                        "/to-chuc/nguoi",
                        "isNew=true&login=moi1&name=M%E1%BA%ABu+Th%E1%BB%8B+An&unit=moiA&position=UNIT_HEAD&title=Tr%C6%B0%E1%BB%9Fng+khu+ph%E1%BB%91&email=moi1@phuong.mau.example&password="
                                + Journey.PASSWORD))
                .isEqualTo("302");

        assertThat(groupsOf("moi1")).containsExactlyInAnyOrder("officials", "moiA", "moiAHead");
        assertThat(new Visitor(port, null).triesToSignIn("moi1", Journey.PASSWORD))
                .doesNotContain("dang-nhap");
        assertThat(page("/to-chuc")).contains("Khu phố Mới", "Mẫu Thị An", "Trưởng khu phố", "moi1@phuong.mau.example");
    }

    @Test
    void whoMovesDoesTheNewWorkAtOnceAndWhoLeavesNoneAtAll() {
        var known = person("cbvhxh");
        change.put(
                new PersonEntry(
                        "cbvhxh", known.name(), "vanPhong", "CLERK", "Văn thư", known.email(), null, null, null, null),
                false);
        directory.forget();
        assertThat(groupsOf("cbvhxh")).containsExactlyInAnyOrder("officials", "vanPhong", "clerk");

        assertThat(new Visitor(port, "cbvhxh").answerTo("GET", "/api/directory"))
                .isEqualTo("200");
        change.put(
                new PersonEntry(
                        "cbvhxh",
                        known.name(),
                        "vanPhong",
                        "CLERK",
                        "Văn thư",
                        known.email(),
                        null,
                        null,
                        "09/03/2026",
                        null),
                false);
        directory.forget();

        assertThat(new Visitor(port, "cbvhxh").answerTo("GET", "/api/directory"))
                .isEqualTo("401");
        assertThat(directory.in(vn.tiendo.directory.Position.CLERK))
                .extracting(one -> one.login())
                .containsExactly("vanthu");
        assertThat(directory.official("cbvhxh").name())
                .as("plans still name him")
                .isEqualTo(known.name());
        assertThat(page("/to-chuc")).contains("Đã thôi việc", "đến hết 09/03/2026");
    }

    @Test
    void thePostsOfAPersonAreKeptWithTheirDays() {
        var known = person("cbvhxh");
        assertThat(course("cbvhxh")).containsExactly("Chuyên viên, vanHoaXaHoi: null - null");
        change.put(with(known, "email", "cbvhxh@phuong.mau.example"), false);
        assertThat(course("cbvhxh")).containsExactly("Chuyên viên, vanHoaXaHoi: null - null");

        change.put(with(known, "title", "Chuyên viên chính"), false);
        change.put(with(known, "title", "Phó Trưởng phòng"), false);
        assertThat(course("cbvhxh"))
                .containsExactly(
                        "Phó Trưởng phòng, vanHoaXaHoi: 2026-03-10 - null",
                        "Chuyên viên, vanHoaXaHoi: null - 2026-03-09");

        journey.jumpsTo("2026-04-01T09:00");
        imports.takes(new Sheets(
                List.of(),
                List.of(new Sheets.Row(
                        2, Map.of("LOGIN", "cbvhxh", "UNIT", "vanPhong", "TITLE", "Phó Chánh Văn phòng"))),
                List.of()));
        change.put(with(person("cbvhxh"), "lastDay", "15/04/2026"), false);
        journey.jumpsTo("2026-05-04T09:00");
        change.put(with(person("cbvhxh"), "lastDay", ""), false);

        assertThat(course("cbvhxh"))
                .containsExactly(
                        "Phó Chánh Văn phòng, vanPhong: 2026-05-04 - null",
                        "Phó Chánh Văn phòng, vanPhong: 2026-04-01 - 2026-04-15",
                        "Phó Trưởng phòng, vanHoaXaHoi: 2026-03-10 - 2026-03-31",
                        "Chuyên viên, vanHoaXaHoi: null - 2026-03-09");
        assertThat(page("/to-chuc/nguoi?ten=cbvhxh"))
                .containsPattern(
                        "(?s)Phó Chánh Văn phòng.*04/05/2026.*nay.*01/04/2026.*15/04/2026.*Phó Trưởng phòng.*chưa ghi.*09/03/2026");
    }

    @Test
    void whatNeverWasIsNoPost() {
        var known = person("cbvhxh");
        change.put(with(known, "title", "Văn thư"), false);
        change.put(with(person("cbvhxh"), "title", known.title()), false);
        assertThat(course("cbvhxh")).containsExactly("Chuyên viên, vanHoaXaHoi: null - null");

        change.put(with(known, "title", "Văn thư"), false);
        change.put(with(person("cbvhxh"), "lastDay", "08/03/2026"), false);
        assertThat(course("cbvhxh")).containsExactly("Chuyên viên, vanHoaXaHoi: null - 2026-03-08");
    }

    private List<String> course(String login) {
        return courses.of(login).stream()
                .map(post -> "%s, %s: %s - %s".formatted(post.title(), post.unit(), post.firstDay(), post.lastDay()))
                .toList();
    }

    @Test
    void theLastDayIsStillADayInOffice() {
        var known = person("cbvhxh");
        change.put(with(known, "lastDay", "10/03/2026"), false);
        directory.forget();
        assertThat(new Visitor(port, "cbvhxh").answerTo("GET", "/api/directory"))
                .isEqualTo("200");

        journey.until("2026-03-11T00:02");
        assertThat(new Visitor(port, "cbvhxh").answerTo("GET", "/api/directory"))
                .isEqualTo("401");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code  | mã mới    | Mã “mã mới” không dùng được; mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang và không quá 40 ký tự.
            code  | Clerk     | Mã “Clerk” đã dùng cho đơn vị hoặc nhóm khác; hãy chọn mã khác.
            code  | khupho1   | Mã “khupho1” đã dùng cho đơn vị hoặc nhóm khác; hãy chọn mã khác.
            code  | khuPho1Head | Mã “khuPho1Head” đã dùng cho đơn vị hoặc nhóm khác; hãy chọn mã khác.
            code  | cacPhong  | Mã “cacPhong” đã dùng cho đơn vị hoặc nhóm khác; hãy chọn mã khác.
            name  | Khu phố 1 | Đã có đơn vị tên “Khu phố 1”; hãy ghi tên phân biệt được.
            name  |           | Hãy nhập “Tên đơn vị”.
            kind  | COMMITTEE | Danh bạ chỉ có một Ủy ban nhân dân ban hành kế hoạch và đã có UBND phường Mẫu (mã ubnd); hãy sửa đơn vị đó hoặc chọn loại khác.
            kind  | LẠ        | “Loại” ghi “LẠ”; hãy chọn một trong: Ủy ban nhân dân, Văn phòng, Phòng chuyên môn, Khu phố, thôn, Đảng ủy, Hội đồng nhân dân, Mặt trận Tổ quốc, Đoàn thể, Cấp trên.
            parent| nobody    | Không có đơn vị “nobody” trong danh bạ.
            email | thu@      | Địa chỉ thư “thu@” không đúng; hãy nhập theo dạng ten@coquan.vn.
            mailLimit | 0     | “0” không phải số MB; hãy ghi một số từ 1 đến 999 hoặc để trống.
            organisationId | H41 | Mã định danh “H41” không đúng dạng 000.00.00.H41.
            validFrom | 31/02/2026 | “Hoạt động từ ngày” có ngày không đúng (31/02/2026); hãy nhập theo dạng ngày/tháng/năm, ví dụ 15/02/2026.
            """)
    void aUnitThatCannotBeIsRefused(String field, String value, String sentence) {
        var typed = with(
                new UnitEntry("moiA", "Khu phố Mới", "HAMLET", "ubnd", null, null, null, null, null, null),
                field,
                value);

        assertThatThrownBy(() -> change.put(typed, true))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
        assertThat(journey.database()
                        .sql("select count(*) from unit where code like 'moi%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ubnd    | name   | UBND Mẫu  | Tên “UBND Mẫu” chưa đúng; hãy ghi bắt đầu bằng “UBND phường”, “UBND xã” hoặc “UBND đặc khu” rồi đến tên địa phương.
            ubnd    | kind   | OFFICE    | UBND phường Mẫu là cơ quan ban hành kế hoạch; không đổi sang loại khác được.
            ubnd    | parent | vanPhong  | Văn phòng HĐND và UBND phường ở dưới chính đơn vị này; hãy chọn đơn vị khác ở ô “Trực thuộc”.
            khuPho1 | parent | khuPho1   | Khu phố 1 ở dưới chính đơn vị này; hãy chọn đơn vị khác ở ô “Trực thuộc”.
            """)
    void aUnitThatIsThereStaysPossible(String code, String field, String value, String sentence) {
        var typed = with(unit(code), field, value);

        assertThatThrownBy(() -> change.put(typed, false))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
        assertThat(unit(code)).isEqualTo(unit(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login    | an ninh    | Tên đăng nhập “an ninh” không dùng được; chỉ dùng chữ không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang.
            login    | ChuTich    | Tên đăng nhập “ChuTich” đã là của Mẫu Văn An; hãy chọn tên khác.
            position | CHAIR      | Chủ tịch phải thuộc Ủy ban nhân dân, không thuộc Khu phố 1.
            unit     | nobody     | Không có đơn vị “nobody” trong danh bạ.
            email    |            | Hãy nhập “Địa chỉ thư điện tử”.
            title    |            | Hãy nhập “Chức vụ”.
            signatureBlock | TM. ỦY BAN NHÂN DÂN | Chỉ Chủ tịch và Phó Chủ tịch ký “TM.”; người khác ghi “TL.” hoặc để trống.
            signatureBlock | KT. CHỦ TỊCH | “KT. CHỦ TỊCH” là của Phó Chủ tịch, và Phó Chủ tịch luôn ký như vậy; hãy sửa hoặc để trống để hệ thống tự ghi.
            password | ngan       | Mật khẩu phải có ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất.
            password | moi1moi1moi1 | Mật khẩu gần như chỉ là tên đăng nhập; hãy chọn mật khẩu khác.
            password | aaaaaaaaaaaa | Mật khẩu lặp lại quá ít ký tự; hãy chọn mật khẩu khác.
            """)
    void aPersonWhoCannotBeIsRefused(String field, String value, String sentence) {
        var typed = with(
                new PersonEntry(
                        "moi1",
                        "Mẫu Thị An",
                        "khuPho1",
                        "STAFF",
                        "Cán bộ",
                        "moi1@phuong.mau.example",
                        null,
                        null,
                        null,
                        null),
                field,
                value);

        assertThatThrownBy(() -> change.put(typed, true))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
        assertThat(journey.database()
                        .sql("select count(*) from official where login like 'moi%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(engine.createUserQuery().userId("moi1").count()).isZero();
    }

    @Test
    void thereIsOneChairAndAlwaysAnAdministrator() {
        assertThatThrownBy(() -> change.put(with(person("phochutich1"), "position", "CHAIR"), false))
                .hasMessage(
                        "“KT. CHỦ TỊCH” là của Phó Chủ tịch, và Phó Chủ tịch luôn ký như vậy; hãy sửa hoặc để trống để hệ thống tự ghi.");
        assertThatThrownBy(() ->
                        change.put(with(with(person("phochutich1"), "position", "CHAIR"), "signatureBlock", ""), false))
                .hasMessage("Mẫu Văn An đang là Chủ tịch; hãy đổi vai trò của người đó trước.");
        assertThatThrownBy(() -> change.put(with(person("quantri"), "position", "STAFF"), false))
                .hasMessage("Đây là quản trị viên duy nhất; hãy cử một quản trị viên khác trước.");
        assertThatThrownBy(() -> change.put(with(person("quantri"), "lastDay", "31/12/2026"), false))
                .hasMessage("Đây là quản trị viên duy nhất; hãy cử một quản trị viên khác trước.");
    }

    @Test
    void aDeputySignsForTheChairWithoutAnybodyTypingIt() {
        change.put(
                new PersonEntry(
                        "moi1",
                        "Mẫu Thị An",
                        "ubnd",
                        "Phó Chủ tịch",
                        "Phó Chủ tịch",
                        "moi1@phuong.mau.example",
                        "VHXH",
                        "",
                        null,
                        null),
                true);
        directory.forget();

        assertThat(directory.official("moi1").signatureBlock())
                .isEqualTo("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    }

    /** A given name of two letters is in half of all words. */
    @Test
    void aPasswordMayContainAShortGivenName() {
        change.put(
                new PersonEntry(
                        "moi1",
                        "Mẫu Thị An",
                        "khuPho1",
                        "STAFF",
                        "Cán bộ",
                        "moi1@phuong.mau.example",
                        null,
                        null,
                        null,
                        null),
                true);
        directory.forget();
        assertThat(new Visitor(port, "moi1").answerTo("GET", "/ke-hoach"))
                .as("a password nobody knows")
                .isEqualTo("401");

        assertThat(posts("/to-chuc/nguoi/mat-khau", "login=moi1&password=an+ninh+ban+hanh"))
                .isEqualTo("302");

        assertThat(engine.checkPassword("moi1", "an ninh ban hanh")).isTrue();
    }

    private List<String> groupsOf(String login) {
        return engine.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }

    private UnitEntry unit(String code) {
        return UnitEntry.class.cast(units.entry(code).orElseThrow());
    }

    @Autowired
    Units units;

    @Autowired
    Staff staff;

    private PersonEntry person(String login) {
        return staff.entry(login).orElseThrow();
    }

    private static UnitEntry with(UnitEntry entry, String field, String value) {
        return entry.with(java.util.Map.of(UnitEntry.Column.valueOf(constant(field)), value == null ? "" : value));
    }

    private static PersonEntry with(PersonEntry entry, String field, String value) {
        return entry.with(java.util.Map.of(PersonEntry.Column.valueOf(constant(field)), value == null ? "" : value));
    }

    private static String constant(String field) {
        return field.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }

    private String posts(String path, String body) {
        return new Visitor(port, "quantri").answerTo("POST", path, FORM, body);
    }

    private String page(String path) {
        return new String(journey.download("quantri", path), StandardCharsets.UTF_8);
    }
}
