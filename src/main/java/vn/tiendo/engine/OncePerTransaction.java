package vn.tiendo.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is looked up once in a transaction and the same for all of it; outside of one it is looked up every time. */
@Component
public class OncePerTransaction {

    @SuppressWarnings("unchecked")
    public <T> T get(String key, Supplier<T> lookUp) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return lookUp.get();
        }
        var known = (Map<String, Object>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = begin();
        }
        var value = known.get(key);
        if (value == null) {
            value = lookUp.get();
            known.put(key, value);
        }
        return (T) value;
    }

    private Map<String, Object> begin() {
        var known = new HashMap<String, Object>();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(OncePerTransaction.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(OncePerTransaction.this, known);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(OncePerTransaction.this);
            }
        });
        return known;
    }
}
