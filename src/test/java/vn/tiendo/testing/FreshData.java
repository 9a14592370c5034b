package vn.tiendo.testing;

import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A data folder of its own for every run of the tests. */
public class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("tien-do.data=" + folder()).applyTo(context);
    }

    public static Path folder() {
        return Path.of("target", "test-data", ProcessHandle.current().pid() + "-" + System.nanoTime());
    }
}
