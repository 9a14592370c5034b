package vn.tiendo.audit;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database for whom a transaction runs, as its triggers note it with every row. */
@Component
class NamedTransactions implements TransactionExecutionListener {

    private final JdbcClient database;

    NamedTransactions(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (failure != null
                || transaction.isReadOnly()
                || person == null
                || person instanceof AnonymousAuthenticationToken) {
            return;
        }
        database.sql("select set_config('tiendo.actor', ?, true)")
                .param(person.getName())
                .query(String.class)
                .single();
    }
}
