package vn.tiendo.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database: statements of the engine, of sign-in and ours, and commits. */
public class Statements implements BeanPostProcessor {

    /** Tables of people and groups; {@code act_id_} alone is a column of the history too. */
    private static final Pattern SIGN_IN = Pattern.compile("\\bact_id_(user|group|membership|tenant|info)");

    private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

    final LongAdder engine = new LongAdder();
    final LongAdder signIn = new LongAdder();
    final LongAdder ours = new LongAdder();
    final LongAdder documentsAndMails = new LongAdder();
    final LongAdder commits = new LongAdder();

    /** Only from the first reading on: most tests never ask. */
    private volatile boolean counting;

    /** The same few thousand texts come again and again. */
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

    /** What the test itself looks up is not counted. */
    public static <T> T quietly(Supplier<T> lookUp) {
        QUIET.set(true);
        try {
            return lookUp.get();
        } finally {
            QUIET.set(false);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source)) {
            return bean;
        }
        return new DelegatingDataSource(source) {
            private final DataSource counted = counted(source);

            @Override
            public Connection getConnection() throws SQLException {
                return (counting ? counted : source).getConnection();
            }
        };
    }

    private DataSource counted(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) -> {
                    if (!QUIET.get()) {
                        queries.stream().findFirst().ifPresent(query -> count(query.getQuery()));
                    }
                })
                .methodListener(new MethodExecutionListener() {
                    @Override
                    public void beforeMethod(MethodExecutionContext call) {
                        // counted when done
                    }

                    @Override
                    public void afterMethod(MethodExecutionContext call) {
                        if (call.getMethod().getName().equals("commit") && !QUIET.get()) {
                            commits.increment();
                        }
                    }
                })
                .build();
    }

    private void count(String sql) {
        counters.computeIfAbsent(sql, this::counter).increment();
    }

    private LongAdder counter(String sql) {
        var text = sql.toLowerCase(Locale.ROOT);
        if (SIGN_IN.matcher(text).find()) {
            return signIn;
        } else if (text.contains("act_")) {
            return engine;
        } else if (text.contains("stored_file") || text.contains("outgoing_mail")) {
            return documentsAndMails;
        }
        return ours;
    }

    public Count now() {
        counting = true;
        return new Count(engine.sum(), signIn.sum(), ours.sum(), documentsAndMails.sum(), commits.sum());
    }

    /** A reading; two of them make a difference. */
    public record Count(long engine, long signIn, long ours, long documentsAndMails, long commits) {

        public Count since(Count before) {
            return new Count(
                    engine - before.engine,
                    signIn - before.signIn,
                    ours - before.ours,
                    documentsAndMails - before.documentsAndMails,
                    commits - before.commits);
        }
    }
}
