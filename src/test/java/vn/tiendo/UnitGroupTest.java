package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Unit;
import vn.tiendo.engine.Refusal;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** "Các khu phố" means whoever is a khu phố on the day somebody asks them. */
@ProcessTest
@Transactional
class UnitGroupTest {

    private static final LocalDate DAY = LocalDate.of(2023, 5, 2);

    @Autowired
    Journey journey;

    @Autowired
    Directory directory;

    private List<String> behind(String... codes) {
        return directory.unitsBehind(List.of(codes), DAY).stream()
                .map(Unit::code)
                .toList();
    }

    @Test
    void aGroupBecomesItsUnitsInOrderAndNoneTwice() {
        assertThat(behind("khuPho3", "cacKhuPho", "vanPhong", "khuPho1"))
                .containsExactly("khuPho3", "khuPho1", "khuPho2", "khuPho4", "vanPhong");
    }

    @Test
    void whoeverTookOverAnswersForAUnitThatHasEnded() {
        journey.database()
                .sql("update unit set valid_to = '2023-03-31', successor = 'khuPho2' where code = 'khuPho1'")
                .update();
        journey.database()
                .sql("update unit set valid_to = '2023-04-30', successor = 'khuPho3' where code = 'khuPho2'")
                .update();
        journey.database()
                .sql("update unit set valid_to = '2023-04-30' where code = 'khuPho4'")
                .update();
        journey.database()
                .sql("insert into unit_group (code, name) values ('cum1', 'Cụm 1')")
                .update();
        journey.database()
                .sql("insert into unit_group_member values ('cum1', 'khuPho1'), ('cum1', 'khuPho4')")
                .update();

        directory.forget();
        assertThat(behind("khuPho1")).containsExactly("khuPho3");
        assertThat(behind("khuPho4")).isEmpty();
        assertThat(behind("cacKhuPho")).containsExactly("khuPho3");
        assertThat(behind("cum1", "vanPhong")).containsExactly("khuPho3", "vanPhong");
        assertThat(directory.unitsBehind(List.of("khuPho1"), LocalDate.of(2023, 3, 31)))
                .extracting(Unit::code)
                .as("its last day")
                .containsExactly("khuPho1");
    }

    @Test
    void successorsThatGoInACircleEndNowhere() {
        journey.database()
                .sql(
                        "update unit set valid_to = '2023-03-31', successor = case code when 'khuPho1' then 'khuPho2' else 'khuPho1' end"
                                + " where code in ('khuPho1', 'khuPho2')")
                .update();

        directory.forget();
        assertThat(behind("khuPho1")).isEmpty();
    }

    @Test
    void aCodeOfNobodyIsRefused() {
        assertThatThrownBy(() -> behind("nobody")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into unit_group (code, name) values ('khuPho1', 'Khu phố')",
                "insert into unit (code, name, kind) values ('cacPhong', 'Phòng', 'DEPARTMENT')"
            })
    void noCodeBelongsToAUnitAndToAGroup(String sql) {
        assertThatThrownBy(() -> journey.database().sql(sql).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void formsOfferGroups() {
        assertThat(journey.call(HttpMethod.GET, "cbvhxh", "/api/directory", null)
                        .getBody())
                .extractingByKey("groups")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .extracting(group -> group.get("name"))
                .containsExactlyInAnyOrder("Các đoàn thể", "Các khu phố", "Các phòng chuyên môn");
    }
}
