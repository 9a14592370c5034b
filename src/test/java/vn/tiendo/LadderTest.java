package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.testing.Samples.quietDraft;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;
import vn.tiendo.testing.Samples;

/** The table of reminders: running work follows its newest version, what is wrong with it is refused, letters go together. */
@ProcessTest
class LadderTest {

    private static final String TABLE = ModelTest.read(Path.of("bpmn/reminder-ladder.dmn"));

    @Autowired
    Journey journey;

    @Autowired
    RepositoryService repository;

    private String deployed;

    @BeforeEach
    void anOffice() {
        journey.beginsAt("2023-02-10T09:00");
    }

    @AfterEach
    void theTableIsAsItWas() {
        if (deployed != null) {
            repository.deleteDeployment(deployed, true);
        }
    }

    @Test
    void runningWorkFollowsTheNewTableFromItsNextStepOn() {
        journey.issued(quietDraft(List.of(half("khuPho1"))));
        journey.until("2023-04-21T09:00");
        // five working days before becomes four: 28/4
        deployed = repository
                .createDeployment()
                .addString("reminder-ladder.dmn", TABLE.replaceFirst("<text>-5</text>", "<text>-4</text>"))
                .deploy()
                .getId();
        journey.until("2023-05-04T09:00");

        assertThat(mailsTo("truongkhupho1"))
                .containsExactly(
                        "19/04 Được giao báo cáo: Báo cáo 6 tháng",
                        "20/04 Còn 10 ngày làm việc: Báo cáo 6 tháng",
                        "28/04 Còn 4 ngày làm việc: Báo cáo 6 tháng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>\"UNIT_HEAD\"</text>|<text></text>|dòng 7 (Báo cáo, nhiệm vụ, phần việc quá hạn 1 ngày làm việc: báo lãnh đạo đơn vị): hãy điền cột audience",
                "<text>\"UNIT_HEAD\"</text>|<text>\"CLERK\"</text>|dòng 7 (Báo cáo, nhiệm vụ, phần việc quá hạn 1 ngày làm việc: báo lãnh đạo đơn vị), cột audience: không dùng được",
                "<text>-5</text>|<text>sớm</text>|dòng 2 (Báo cáo, nhiệm vụ: nhắc đơn vị trước hạn 5 ngày làm việc), cột offset",
                "<text>\"ORDER\"</text>|<text>if today().year = 2023 then \"ORDER\" else \"\"</text>|dòng 1 (Báo cáo, nhiệm vụ: nhắc đơn vị trước hạn 10 ngày làm việc): điều kiện không được dùng ngày giờ",
                "hitPolicy=\"COLLECT\"|hitPolicy=\"FIRST\"|COLLECT"
            })
    void aTableThatCannotBeClimbedIsRefusedAndNothingOfItStays(String sound, String broken, String sentence) {
        var before = repository.createDeploymentQuery().count();
        assertThat(TABLE).contains(sound);
        var wrong = repository
                .createDeployment()
                .addString("reminder-ladder.dmn", TABLE.replaceFirst(sound, broken == null ? "" : broken));

        assertThatThrownBy(wrong::deploy).hasStackTraceContaining(sentence);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void whoHasManyThingsToBeToldGetsOneLetterADay() {
        journey.issued(quietDraft(List.of(half("khuPho1"), duty("Báo cáo số liệu hộ", "khuPho1"))));
        journey.until("2023-04-20T09:00");

        assertThat(mailsTo("truongkhupho1"))
                .containsExactly("19/04 2 việc cần bạn quan tâm hôm nay", "20/04 2 việc cần bạn quan tâm hôm nay");
        assertThat(journey.database()
                        .sql("select body_text from outgoing_mail where dedup_key like 'digest/ladder/%'")
                        .query(String.class)
                        .single())
                .contains("Còn 10 ngày làm việc: Báo cáo 6 tháng", "Còn 10 ngày làm việc: Báo cáo số liệu hộ")
                .contains("hạn cuối ngày 09/05/2023", "Chế độ báo cáo số 2");
    }

    @Test
    void whatOpensOnADayOffIsToldOnTheNextWorkingDay() {
        // twenty days before: Sunday 23/4, and Sunday 30/4 with days off until 3/5
        journey.issued(quietDraft(List.of(
                Samples.duty("Báo cáo Chủ nhật", "ONCE", "14/5/2023", List.of("khuPho1")),
                Samples.duty("Báo cáo ngày lễ", "ONCE", "21/5/2023", List.of("khuPho2")))));
        journey.until("2023-05-04T09:00");

        assertThat(mailsTo("truongkhupho1")).first().isEqualTo("24/04 Được giao báo cáo: Báo cáo Chủ nhật");
        assertThat(mailsTo("truongkhupho2")).first().isEqualTo("04/05 Được giao báo cáo: Báo cáo ngày lễ");
    }

    @Test
    void afterAStandstillEachHearsTheLastThingOnly() {
        journey.issued(quietDraft(List.of(half("khuPho1"))));
        journey.until("2023-04-20T09:00");
        // nobody was there to fire the timers until three working days after the last day
        journey.jumpsTo("2023-05-12T09:00");

        assertThat(mailsTo("truongkhupho1").subList(2, mailsTo("truongkhupho1").size()))
                .containsExactly("12/05 Quá hạn 3 ngày làm việc: Báo cáo 6 tháng - Khu phố 1");
        assertThat(mailsTo("phochutich1"))
                .containsExactly("12/05 Quá hạn 3 ngày làm việc: Báo cáo 6 tháng - Khu phố 1");
    }

    @Test
    void aBodyBesideTheCommitteeIsAskedPolitelyAndNobodyIsToldOfIt() {
        journey.issued(quietDraft(List.of(half("phuNu"))));
        journey.until("2023-05-30T09:00");

        assertThat(mailsTo("nguoiphunu"))
                .containsExactly(
                        "19/04 Đề nghị báo cáo: Báo cáo 6 tháng",
                        "27/04 Còn 5 ngày làm việc: Báo cáo 6 tháng",
                        "08/05 Còn 1 ngày làm việc: Báo cáo 6 tháng",
                        "10/05 Kính đề nghị sớm gửi báo cáo: Báo cáo 6 tháng");
        assertThat(journey.mails()).noneMatch(mail -> mail.contains("Hội Liên hiệp Phụ nữ"));
    }

    private static Map<String, Object> half(String unit) {
        return duty("Báo cáo 6 tháng", unit);
    }

    private static Map<String, Object> duty(String name, String unit) {
        return Samples.duty(name, "SEMI_ANNUAL", "10/5/2023", List.of(unit));
    }

    private List<String> mailsTo(String login) {
        var address = login + "@phuong.mau.example ";
        return journey.mails().stream()
                .filter(mail -> mail.contains(address))
                .filter(mail -> !mail.contains("KH-UBND"))
                .filter(mail -> !mail.contains("hồ sơ"))
                .map(mail -> mail.replace(address, ""))
                .toList();
    }
}
