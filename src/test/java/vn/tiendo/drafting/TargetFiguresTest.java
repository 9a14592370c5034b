package vn.tiendo.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.plan.Draft.Assignment;
import vn.tiendo.plan.ReportingDuty;
import vn.tiendo.plan.ReportingDuty.Figure;
import vn.tiendo.plan.ReportingDuty.Gathering;

/** What a plan wants to reach is asked with its reports. */
class TargetFiguresTest {

    private static final Figure OWN = new Figure(1, "Số cuộc họp", "cuộc", null, Gathering.SUM);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100% khu phố có bảng tin                        | %       | 100  | LAST
            Năm 2026, từ 85,5 % hồ sơ được tiếp nhận đúng hạn | %       | 85.5 | LAST
            Năm 2026 tổ chức 12 cuộc đối thoại              | cuộc    | 12   | SUM
            Vận động 1.500 hộ tham gia                      | hộ      | 1500 | SUM
            Nâng cao sự hài lòng của người dân              | mức đạt |      | LAST""")
    void eachTargetIsAFigureOfTheFirstReport(
            String text, String measure, @Nullable BigDecimal target, Gathering gathering) {
        var duties =
                TargetFigures.in(List.of(duty(1, "scheme", List.of()), duty(2, null, List.of())), List.of(task(text)));

        assertThat(duties.get(0).figures()).isEmpty();
        assertThat(duties.get(1).figures()).containsExactly(new Figure(1, text, measure, target, gathering));
    }

    @Test
    void whoAsksForFiguresHimselfIsNotCorrected() {
        var duties = List.of(duty(1, null, List.of()), duty(2, null, List.of(OWN)));

        assertThat(TargetFigures.in(duties, List.of(task("100% khu phố")))).isEqualTo(duties);
    }

    private static ReportingDuty duty(int position, @Nullable String scheme, List<Figure> figures) {
        return new ReportingDuty(
                position,
                "Báo cáo",
                ReportingDuty.Period.ANNUAL,
                ReportingDuty.Operator.BEFORE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ReportingDuty.Method.SYSTEM,
                null,
                scheme,
                null,
                figures);
    }

    private static Assignment task(String text) {
        return new Assignment(1, text, Assignment.Kind.TARGET, null, List.of(), List.of(), null, null, null);
    }
}
