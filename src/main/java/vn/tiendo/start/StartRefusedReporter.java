package vn.tiendo.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import vn.tiendo.engine.StartRefused;

/** A refused start shows its sentence and no stack trace. */
class StartRefusedReporter implements SpringBootExceptionReporter {

    @SuppressWarnings("unused")
    StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    @SuppressWarnings("SystemOut")
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                System.err.println();
                System.err.println(refused.getMessage());
                System.err.println();
                return true;
            }
        }
        return false;
    }
}
