package vn.tiendo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk finds by reading: ends of bases, documents without number or date, two dates, numbering, years. */
class PlanWordingTest {

    @Test
    void aCarefulPlanHasNothingToFind() {
        assertThat(
                        found(
                                List.of(
                                        "Căn cứ Luật Thực hiện dân chủ ở cơ sở;",
                                        "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ;",
                                        "Thực hiện Chương trình số 01-CTr/BDVHU-UBND ngày 17 tháng 01 năm 2022."),
                                "I. MỤC ĐÍCH\n1. Một\na) Việc\nb) Việc\n2. Hai\nII. NHIỆM VỤ\n1. Ba\nBáo cáo trước ngày 10/5./."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Căn cứ Luật Thực hiện dân chủ ở cơ sở,              | Căn cứ thứ 1 phải kết thúc bằng “.”; bản in sẽ tự sửa.
            Căn cứ Nghị định của Chính phủ về dân chủ           | Căn cứ viện dẫn văn bản chưa có số, ký hiệu: “Căn cứ Nghị định của Chính phủ về dân chủ”.
            Căn cứ Quyết định số 362/QĐ-UBND của UBND thành phố | Căn cứ viện dẫn văn bản chưa có ngày ban hành: “Căn cứ Quyết định số 362/QĐ-UBND của UBND thành phố”.
            Xét Tờ trình số 03/TTr-VHXH ngày 07/02/2023         | Văn bản 03/TTr-VHXH được ghi với các ngày khác nhau: 06/02/2023, 07/02/2023.""")
    void aBase(String basis, String sentence) {
        assertThat(found(List.of(basis), "I. MỤC ĐÍCH")).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I. MỘT#III. BA                      | Thứ tự đánh số không liền nhau ở: “III. BA”.
            I. MỘT#1. Một#3. Ba                 | Thứ tự đánh số không liền nhau ở: “3. Ba”.
            a) Một#b) Hai#c) Ba#d) Bốn#e) Sáu   | Thứ tự đánh số không liền nhau ở: “e) Sáu”.
            Theo 5/KH-UBND ngày 1/2/2023#và 5/KH-UBND, ngày 02 tháng 02 năm 2023 | Văn bản 5/KH-UBND được ghi với các ngày khác nhau: 01/02/2023, 02/02/2023.
            Hết./.#Còn nữa                      | Dấu “./.” đứng giữa nội dung; chỉ ghi ở cuối văn bản.
            Các đơn vị báo cáo trước ngày 20/6  | Nội dung ghi hạn báo cáo ngày 20/6 nhưng phần chế độ báo cáo không có hạn này.""")
    void aLineOfTheText(String lines, String sentence) {
        assertThat(found(List.of(), lines.replace('#', '\n'))).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I. MỘT\n1. Một\n2. Hai\nII. HAI\n1. Một",
                "a) Một\nb) Hai\nc) Ba\nd) Bốn\nđ) Năm\ne) Sáu\ng) Bảy\nh) Tám\ni) Chín\nk) Mười",
                "Họp trước ngày 20/6",
                "Nộp báo cáo chậm nhất là ngày 10/5"
            })
    void whatIsRightIsNotReported(String content) {
        assertThat(found(List.of(), content)).isEmpty();
    }

    @Test
    void theYears() {
        var plan = plan("Thực hiện quy chế năm 2022", "I. MỘT");
        var draft = draft(List.of(), LocalDate.of(2025, 5, 10));

        assertThat(PlanWording.read(plan, draft))
                .containsExactly(
                        "Trích yếu ghi năm 2022 nhưng kế hoạch của năm 2023.",
                        "“Báo cáo 6 tháng” có hạn 10/05/2025, không thuộc năm 2023 hoặc năm sau.");
    }

    private static List<String> found(List<String> bases, String content) {
        return PlanWording.read(plan("Thực hiện quy chế năm 2023", content), draft(bases, LocalDate.of(2023, 5, 10)));
    }

    private static Draft draft(List<String> bases, LocalDate date) {
        var duty = new ReportingDuty(
                1,
                "Báo cáo 6 tháng",
                ReportingDuty.Period.SEMI_ANNUAL,
                ReportingDuty.Operator.BEFORE,
                List.of(new ReportingDuty.Term(1, null, date, null, null, null)),
                List.of("khuPho1"),
                null,
                List.of(),
                ReportingDuty.Method.SYSTEM,
                null,
                null,
                List.of());
        return new Draft(bases, List.of(), List.of(), List.of(duty));
    }

    private static Plan plan(String subject, String content) {
        return new Plan(
                "KH-2023-0001",
                PlanStatus.CHECKING,
                "03/TTr-VHXH",
                LocalDate.of(2023, 2, 6),
                "vanHoaXaHoi",
                "",
                "cbvhxh",
                "cbvhxh",
                subject,
                2023,
                content,
                "phochutich1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
