package vn.tiendo.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiendo.testing.ProcessTest;

@ProcessTest
class ColumnsByJavaNameTest {

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient database;

    @Test
    void aColumnIsFoundByTheNameOfWhatItFills() {
        ResultSetExtractor<Integer> lastDay = result -> result.findColumn("lastDay");

        assertThat(template.query("select ? as id, 2 as last_day", lastDay, 1)).isEqualTo(2);
        assertThat(database.sql("select :id as id, 2 as last_day")
                        .param("id", 1)
                        .query(lastDay))
                .isEqualTo(2);
        assertThat(database.sql("select 1 as id, 2 as last_day").query(lastDay)).isEqualTo(2);
        assertThat(database.sql("select 'x' as name, 2 as last_day")
                        .query(Row.class)
                        .single())
                .isEqualTo(new Row("x", 2));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() ->
                        database.sql("select 'x' as name").query(Row.class).single())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("last_day");
    }

    record Row(String name, int lastDay) {}
}
