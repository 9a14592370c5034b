package vn.tiendo.start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Answers for {@code lastDay} with the column {@code last_day}. Spring's mapper of records asks for the Java name first, for
 * every row, and the driver's refusals cost more than all the rest of reading; see decision 0029.
 */
@Component
class ColumnsByJavaName extends JdbcTemplate {

    ColumnsByJavaName(DataSource source) {
        super(source);
    }

    /** All that a {@code JdbcClient} reads comes here. */
    @Override
    public <T> @Nullable T query(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter values, ResultSetExtractor<T> rows) {
        return super.query(statement, values, result -> rows.extractData(byJavaName(result)));
    }

    private static ResultSet byJavaName(ResultSet result) throws SQLException {
        var columns = columns(result);
        return (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("findColumn")) {
                        var column = columns.get(plain((String) arguments[0]));
                        if (column != null) {
                            return column;
                        }
                    }
                    try {
                        return method.invoke(result, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** By plain name; of two with the same the first counts, as in JDBC. */
    private static Map<String, Integer> columns(ResultSet result) throws SQLException {
        var labels = result.getMetaData();
        var columns = new HashMap<String, Integer>();
        for (var column = 1; column <= labels.getColumnCount(); column++) {
            columns.putIfAbsent(plain(JdbcUtils.lookupColumnName(labels, column)), column);
        }
        return columns;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
