package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.testing.Samples.draft;
import static vn.tiendo.testing.Samples.with;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.tiendo.directory.Directory;
import vn.tiendo.testing.Application;
import vn.tiendo.testing.BrokenLine;
import vn.tiendo.testing.Journey;
import vn.tiendo.testing.ProcessTest;

/** Many recipients and a line that breaks in a tenth of the connections: everybody has the plan once. */
@ProcessTest
class SendingTest {

    private static final double BREAKS = 0.1;
    private static final int NOBODY_LISTENS = 1;

    @Autowired
    Journey journey;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    GreenMail mailServer;

    @Autowired
    Directory directory;

    @Autowired
    ProcessEngine engine;

    @AfterEach
    void theLineIsMendedAndTheUnitsLeave() {
        sender.setPort(mailServer.getSmtp().getPort());
        journey.beginsAt("2023-02-10T09:00");
        journey.database()
                .sql("delete from unit_group_member where unit_group = 'cacXa'")
                .update();
        journey.database().sql("delete from unit_group where code = 'cacXa'").update();
        journey.database().sql("delete from unit where code like 'xaMau%'").update();
        directory.forget();
    }

    @Test
    void sixtyUnitsOfAGroupHaveThePlanOnce() throws IOException {
        everyoneHasItOnce(60);
    }

    /** Two job executors on one database, as two applications have them; each takes some of the sixty. */
    @Test
    void twoNodesShareTheSending() {
        units(60);
        sender.setPort(NOBODY_LISTENS);
        var plan = issuedToAll();
        sender.setPort(mailServer.getSmtp().getPort());
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2023-02-10T02:06:00Z")));
        var nodes = List.of(new Node(), new Node());
        var settings = ((ProcessEngineImpl) engine).getProcessEngineConfiguration();
        var idle = settings.getJobExecutor();
        try {
            nodes.forEach(node -> node.registerProcessEngine((ProcessEngineImpl) engine));
            // the engine gives jobs back while the executor it knows is idle
            settings.setJobExecutor(nodes.get(0));
            nodes.forEach(JobExecutor::start);
            Application.await(() -> sent(plan) == 60);
        } finally {
            nodes.forEach(JobExecutor::shutdown);
            settings.setJobExecutor(idle);
        }

        assertThat(sent(plan)).isEqualTo(60);
        assertThat(journey.received().filter(SendingTest::isThePlan).map(SendingTest::address))
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(nodes).allSatisfy(node -> assertThat(node.taken.get()).isBetween(1, 59));
        assertThat(nodes.stream().mapToInt(node -> node.taken.get()).sum()).isEqualTo(60);
    }

    /** A job executor as the application's, a few jobs at a time. */
    private static class Node extends DefaultJobExecutor {

        final AtomicInteger taken = new AtomicInteger();

        Node() {
            maxJobsPerAcquisition = 3;
            waitTimeInMillis = 100;
            setCorePoolSize(2);
            setMaxPoolSize(2);
            setQueueSize(60);
        }

        @Override
        public void executeJobs(List<String> jobs, ProcessEngineImpl of) {
            taken.addAndGet(jobs.size());
            super.executeJobs(jobs, of);
        }
    }

    /** {@code mvn -Pbench verify} prints what it took. */
    @Test
    @Tag("bench")
    void aThousandUnitsHaveThePlanOnce() throws IOException {
        var start = System.nanoTime();

        everyoneHasItOnce(1_000);

        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%n1,000 recipients, a tenth of the connections broken: %.1f s%n%n", seconds);
        assertThat(seconds).isLessThan(180);
    }

    private void everyoneHasItOnce(int units) throws IOException {
        units(units);
        try (var line = new BrokenLine(mailServer.getSmtp().getPort(), BREAKS)) {
            sender.setPort(line.port());
            var plan = issuedToAll();
            journey.until("2023-02-10T10:05");

            assertThat(line.broken()).isBetween(units / 25, units / 5);
            assertThat(sent(plan)).isEqualTo(units);
            var addresses = new HashSet<String>();
            var ids = new HashSet<String>();
            var taken = journey.received().filter(SendingTest::isThePlan).toList();
            for (var mail : taken) {
                addresses.add(address(mail));
                ids.add(id(mail));
            }
            assertThat(taken).hasSize(units);
            assertThat(addresses).hasSize(units);
            assertThat(ids).hasSize(units);
        }
    }

    private void units(int units) {
        journey.beginsAt("2023-02-10T09:00");
        journey.database().sql("""
                        insert into unit (code, name, kind, parent, email)
                        select 'xaMau' || n, 'UBND xã Mẫu ' || n, 'HAMLET', 'ubnd', 'xa' || n || '@mau.example'
                        from generate_series(1, ?) n""").param(units).update();
        journey.database()
                .sql("insert into unit_group (code, name) values ('cacXa', 'UBND các xã')")
                .update();
        journey.database()
                .sql("insert into unit_group_member select 'cacXa', code from unit where code like 'xaMau%'")
                .update();
        directory.forget();
    }

    private String issuedToAll() {
        return journey.issued(with(
                with(draft(), "duties", List.of()),
                "recipients",
                List.of(Map.of("text", "UBND các xã (t/h)", "units", List.of("cacXa")))));
    }

    private int sent(String plan) {
        return journey.database()
                .sql("select count(*) from delivery where plan = ? and state = 'SENT'")
                .param(plan)
                .query(Integer.class)
                .single();
    }

    private static boolean isThePlan(MimeMessage mail) {
        return read(mail::getSubject).startsWith("01/KH-UBND");
    }

    private static String address(MimeMessage mail) {
        return read(() -> mail.getAllRecipients()[0].toString());
    }

    private static String id(MimeMessage mail) {
        return read(mail::getMessageID);
    }

    private static String read(Header header) {
        try {
            return header.get();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Header {
        String get() throws MessagingException;
    }
}
