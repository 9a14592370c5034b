package vn.tiendo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.calendar.CalendarDay.Kind.HOLIDAY;
import static vn.tiendo.calendar.CalendarDay.Kind.SWAPPED_OFF;
import static vn.tiendo.calendar.CalendarDay.Kind.SWAPPED_WORKING;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year as a file: all of it or nothing, and each refused line with its reason. */
class CalendarFileTest {

    @Test
    void aFileAsExcelWritesItInVietnam() {
        var file = CalendarFile.read("""
                \uFEFFNgày;Loại;Tên;Căn cứ
                2/9/2026;Nghỉ lễ;Quốc khánh;Bộ luật Lao động, Điều 112

                31/08/2026;nghỉ hoán đổi;Nghỉ hoán đổi;"Thông báo ""nghỉ"" 2/9"
                22/08/2026;SWAPPED_WORKING;Làm bù;Thông báo
                """, 2026);

        assertThat(file.refusals()).isEmpty();
        assertThat(file.days())
                .containsExactly(
                        day("2026-08-22", SWAPPED_WORKING, "Làm bù", "Thông báo"),
                        day("2026-08-31", SWAPPED_OFF, "Nghỉ hoán đổi", "Thông báo \"nghỉ\" 2/9"),
                        day("2026-09-02", HOLIDAY, "Quốc khánh", "Bộ luật Lao động, Điều 112"));
    }

    @Test
    void aFileWithCommas() {
        var file = CalendarFile.read("02/09/2026,Nghỉ lễ,Quốc khánh,\"Bộ luật Lao động, Điều 112\"", 2026);

        assertThat(file.days()).containsExactly(day("2026-09-02", HOLIDAY, "Quốc khánh", "Bộ luật Lao động, Điều 112"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "31/02/2026;Nghỉ lễ;a;b | Dòng 2: “31/02/2026” không phải là ngày; hãy nhập theo dạng ngày/tháng/năm, ví dụ 02/09/2026.",
                "02/09/2025;Nghỉ lễ;a;b | Dòng 2: Ngày 02/09/2025 không thuộc năm 2026.",
                "01/01/2026;Nghỉ lễ;a;b | Dòng 2: Ngày 01/01/2026 có hai lần.",
                "02/09/2026;Nghỉ chơi;a;b | Dòng 2: Không có loại ngày “Nghỉ chơi”; hãy ghi Nghỉ lễ, Nghỉ bù, Nghỉ hoán đổi hoặc Làm bù.",
                "02/09/2026;Nghỉ lễ;a | Dòng 2: Mỗi dòng cần đủ bốn cột: ngày, loại, tên, căn cứ.",
                "02/09/2026;Nghỉ lễ;;b | Dòng 2: Chưa ghi tên ngày.",
                "02/09/2026;Nghỉ lễ;a; | Dòng 2: Chưa ghi căn cứ; hãy ghi điều luật hoặc văn bản thông báo lịch nghỉ.",
                "02/09/2026;Làm bù;a;b | Dòng 2: Ngày 02/09/2026 vốn là ngày làm việc nên không ghi làm bù được."
            })
    void oneBadLineRefusesTheWholeFile(String line, String sentence) {
        var file = CalendarFile.read("01/01/2026;Nghỉ lễ;Tết Dương lịch;Điều 112\n" + line, 2026);

        assertThat(file.days()).isEmpty();
        assertThat(file.refusals()).containsExactly(sentence);
    }

    @Test
    void allBadLinesAreNamedAtOnce() {
        assertThat(CalendarFile.read("1/1/2026;x;a;b\n2/1/2026;y;a;b", 2026).refusals())
                .hasSize(2);
        assertThat(CalendarFile.read("ngày;loại;tên;căn cứ\n", 2026).refusals())
                .containsExactly("Tệp không có ngày nào.");
    }

    private static CalendarDay day(String day, CalendarDay.Kind kind, String name, String source) {
        return new CalendarDay(LocalDate.parse(day), kind, name, source, false);
    }
}
