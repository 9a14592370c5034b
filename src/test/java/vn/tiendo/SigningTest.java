package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Who signs in whose name (Decree 30/2020/NĐ-CP, article 13), and that only who is competent decides. */
@ProcessTest
class SigningTest {

    @Autowired
    Journey journey;

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
}
