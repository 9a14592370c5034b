package vn.tiendo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vn.tiendo.TienDo;

/**
 * The whole application on its real database and mail server, one context for all tests. Nothing moves by itself: the
 * {@link Journey} moves the clock, runs the jobs that are due and empties the outbox.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TienDo.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tien-do.outbox.enabled=false",
            "logging.level.org.camunda.community.process_test_coverage=ERROR",
            // thousands of calls bring their password along
            "tien-do.password-memory=8",
            "tien-do.exchange.outbox=${tien-do.data}/edxml/ra",
            "tien-do.exchange.inbox=${tien-do.data}/edxml/vao"
        })
@ContextConfiguration(initializers = FreshData.class)
@Import({Journey.class, OfficeState.class, Coverage.class, PassedFlowNodes.class, Statements.class})
public @interface ProcessTest {}
