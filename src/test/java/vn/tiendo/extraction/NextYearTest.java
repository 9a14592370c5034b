package vn.tiendo.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last year's plan becomes this year's start: own days move, what every year brings anew is blank, dead bases say so. */
class NextYearTest {

    private static final Repeal ORDINANCE = new Repeal(
            "34/2007/PL-UBTVQH11", "Pháp lệnh", LocalDate.of(2023, 7, 1), "Luật số 10/2022/QH15", "Chương VI");
    private static final Repeal LAW =
            new Repeal("77/2015/QH13", "Luật", LocalDate.of(2025, 3, 1), "Luật số 65/2025/QH15", "điều khoản thi hành");

    private final NextYear year = new NextYear(2025, 2026, List.of(ORDINANCE, LAW));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Công tác mẫu năm 2025 | Công tác mẫu năm 2026
            xong trong quý II/2025 | xong trong quý II/2026
            nộp trước ngày 15/5/2025 và chậm nhất ngày 1-12-2025 | nộp trước ngày 15/5/2026 và chậm nhất ngày 1-12-2026
            trước ngày 10 tháng 6 năm 2025 | trước ngày 10 tháng 6 năm 2026
            giai đoạn 2021-2025 | giai đoạn 2021-2025
            Quyết định số 12/QĐ-UBND ngày 10/5/2025 | Quyết định số 12/QĐ-UBND ngày 10/5/2025
            Nghị định số 59/2025/NĐ-CP ngày 14 tháng 8 năm 2025 | Nghị định số 59/2025/NĐ-CP ngày 14 tháng 8 năm 2025
            năm 2024 và năm 2025 | năm 2024 và năm 2026
            """)
    void onlyThePlansOwnYearMoves(String before, String after) {
        assertThat(year.moved(before)).isEqualTo(after);
    }

    @Test
    void aPlanOfTheSuperiorForThatYearLosesNumberAndDay() {
        assertThat(year.basis(
                                "Thực hiện Kế hoạch số 24/KH-UBND ngày 31/01/2025 của UBND tỉnh Mẫu về công tác mẫu năm 2025;")
                        .text())
                .isEqualTo("Thực hiện Kế hoạch số …/KH-UBND ngày …/…/2026 của UBND tỉnh Mẫu về công tác mẫu năm 2026;");
    }

    @Test
    void aLawKeepsBoth() {
        var law = "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022;";

        assertThat(year.basis(law)).isEqualTo(new NextYear.Basis(law, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Căn cứ Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007 của Ủy ban Thường vụ Quốc hội | true
            Căn cứ Pháp lệnh số 34/2007/PL - UBTVQH11 | true
            Căn cứ Nghị quyết số 5/NQ-HĐND ngày 1/1/2024 thay thế quy định tại Pháp lệnh số 34/2007/PL-UBTVQH11 | false
            Căn cứ Nghị định số 134/2007/PL-UBTVQH11 | false
            Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 | true
            """)
    void aBasisIsMarkedByItsOwnNumberOnly(String basis, boolean repealed) {
        assertThat(year.basis(basis).repealed() != null).isEqualTo(repealed);
    }
}
