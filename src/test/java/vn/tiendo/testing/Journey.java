package vn.tiendo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import vn.tiendo.directory.Directory;
import vn.tiendo.engine.OfficeTime;
import vn.tiendo.mail.Outbox;

/** What people do, through HTTP as they do it, and time that passes only when told. */
public class Journey {

    public static final String PASSWORD = "tien-do-mau";

    private final TestRestTemplate http;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final HistoryService history;
    private final ManagementService jobs;
    private final JdbcClient database;
    private final Outbox outbox;
    private final GreenMail mailServer;
    private final Directory directory;
    private final OfficeState state;
    private final Map<Class<?>, Kept> remembered = new HashMap<>();

    Journey(
            TestRestTemplate http,
            TaskService tasks,
            RuntimeService instances,
            HistoryService history,
            ManagementService jobs,
            JdbcClient database,
            Outbox outbox,
            GreenMail mailServer,
            Directory directory,
            OfficeState state) {
        this.http = http;
        this.tasks = tasks;
        this.instances = instances;
        this.history = history;
        this.jobs = jobs;
        this.database = database;
        this.outbox = outbox;
        this.mailServer = mailServer;
        this.directory = directory;
        this.state = state;
    }

    /** An office without plans, at this time. */
    public void beginsAt(String moment) {
        state.empty();
        mailboxesAreEmpty();
        directory.forget();
        ClockUtil.setCurrentTime(date(LocalDateTime.parse(moment)));
    }

    /**
     * What happened until every test of a class begins. It happens once; for the next test all is put back as it was then,
     * the mails too.
     */
    public String after(String moment, Object test, Supplier<String> happened) {
        var kept = remembered.get(test.getClass());
        if (kept == null) {
            beginsAt(moment);
            var plan = happened.get();
            kept = new Kept(
                    "at" + remembered.size(),
                    plan,
                    ClockUtil.getCurrentTime(),
                    received().toList());
            state.keep(kept.name());
            remembered.put(test.getClass(), kept);
            return plan;
        }
        state.bringBack(kept.name());
        mailboxesAreEmpty();
        kept.mails().forEach(this::delivered);
        directory.forget();
        ClockUtil.setCurrentTime(kept.time());
        return kept.plan();
    }

    private void delivered(MimeMessage mail) {
        try {
            var address = mail.getAllRecipients()[0].toString();
            mailServer.setUser(address, address).deliver(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mailboxesAreEmpty() {
        try {
            mailServer.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
        mailServer.setUser("nobody@nowhere.example", "nobody");
    }

    // People
    // -----------------------------------------------------------------------------------------------------------

    public ResponseEntity<Map<String, Object>> propose(String login, Map<String, ?> content) {
        return call(HttpMethod.POST, login, "/api/work/start/planLifecycle", content);
    }

    /** A plan with this draft, proposed by Văn hóa - Xã hội, is approved by its signer and issued at once. */
    public String issued(Map<String, ?> draft) {
        return issued(Samples.proposal(), draft);
    }

    public String issued(Map<String, ?> proposal, Map<String, ?> draft) {
        var plan = (String) propose("cbvhxh", proposal).getBody().get("businessKey");
        var signer = (String) draft.get("signer");
        does("cbvhxh", plan, "draftPlan", draft);
        does("truongvhxh", plan, "reviewDraft", Samples.approved());
        does("chuyenvien", plan, "checkForm", Samples.approved());
        does(signer, plan, signer.equals("chutich") ? "decideByChair" : "approvePlan", Samples.approved());
        var next = call(HttpMethod.GET, "vanthu", "/api/plans/" + plan + "/next-number", null)
                .getBody();
        does(
                "vanthu",
                plan,
                "numberPlan",
                Map.of("sequence", String.valueOf(next.get("sequence")), "issuedOn", next.get("date")));
        return plan;
    }

    /** The person hands in the open task {@code step} of the case; what must follow at once has followed. */
    public ResponseEntity<Map<String, Object>> does(
            String login, String businessKey, String step, Map<String, ?> content) {
        var answer = tries(login, businessKey, step, content);
        assertThat(answer.getStatusCode().value())
                .as("%s by %s: %s", step, login, answer.getBody())
                .isEqualTo(200);
        settle();
        return answer;
    }

    public ResponseEntity<Map<String, Object>> tries(
            String login, String businessKey, String step, Map<String, ?> content) {
        return call(HttpMethod.POST, login, "/api/work/" + taskId(businessKey, step), content);
    }

    public ResponseEntity<Map<String, Object>> call(HttpMethod method, String login, String path, Object content) {
        return http.exchange(
                path,
                method,
                new HttpEntity<>(content, by(login)),
                new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {});
    }

    /** One client for everybody: a client of one's own for every call costs more than the call. */
    private static HttpHeaders by(String login) {
        var headers = new HttpHeaders();
        headers.setBasicAuth(login, PASSWORD);
        return headers;
    }

    public ResponseEntity<Map<String, Object>> upload(String login, String name, byte[] content) {
        return upload(login, "/api/files", name, content);
    }

    public ResponseEntity<Map<String, Object>> upload(String login, String path, String name, byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return call(HttpMethod.POST, login, path, parts);
    }

    public byte[] download(String login, String path) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(by(login)), byte[].class)
                .getBody();
    }

    // Time
    // -------------------------------------------------------------------------------------------------------------

    /** Runs every job that is due now until none is left, then sends what waits in the outbox. */
    public void settle() {
        for (var round = 0; round < 200; round++) {
            var due =
                    Statements.quietly(() -> jobs.createJobQuery().executable().list());
            if (due.isEmpty()) {
                outbox.empty();
                return;
            }
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new IllegalStateException("Jobs never end");
    }

    /** Lets time pass until the moment; every timer fires at its own time. */
    public void until(String moment) {
        var target = date(LocalDateTime.parse(moment));
        settle();
        for (var next = nextTimer(target); next != null; next = nextTimer(target)) {
            ClockUtil.setCurrentTime(next);
            settle();
        }
        ClockUtil.setCurrentTime(target);
        settle();
    }

    /** The system stood still until the moment; then everything that was due meanwhile happens. */
    public void jumpsTo(String moment) {
        ClockUtil.setCurrentTime(date(LocalDateTime.parse(moment)));
        settle();
    }

    /** The next timer, or the next letter that waits for its hour. */
    private Date nextTimer(Date target) {
        var timers = Statements.quietly(() -> jobs.createJobQuery()
                        .timers()
                        .active()
                        .withRetriesLeft()
                        .list())
                .stream()
                .map(Job::getDuedate);
        var letters = Statements.quietly(() -> database.sql("select distinct ready_at from notice")
                .query((row, number) -> (Date) row.getTimestamp(1))
                .list());
        return Stream.concat(timers, letters.stream())
                .filter(Objects::nonNull)
                .filter(due -> due.after(ClockUtil.getCurrentTime()) && !due.after(target))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    // What is to be seen
    // ---------------------------------------------------------------------------------------------------

    public Task task(String businessKey, String step) {
        var id = taskId(businessKey, step);
        return Statements.quietly(() -> tasks.createTaskQuery().taskId(id).singleResult());
    }

    /** Asked plainly, because every step of every test asks. */
    private String taskId(String businessKey, String step) {
        return Statements.quietly(() -> database.sql("""
                        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = ?""")
                        .params(businessKey, step)
                        .query(String.class)
                        .optional())
                .orElseThrow(() -> new AssertionError(
                        "%s has no open task %s but %s".formatted(businessKey, step, waitsAt(businessKey))));
    }

    public List<String> waitsAt(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    public List<String> passed(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(
                        instance -> history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .finished()
                                .list()
                                .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    public boolean ended(String businessKey) {
        return instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count()
                == 0;
    }

    /** What the mail server took, by day and address: "dd/MM address subject". */
    public List<String> mails() {
        return received()
                .sorted(Comparator.comparing(Journey::sentAndTo))
                .map(Journey::line)
                .toList();
    }

    /** The mails, and what else the plan brought by itself, in the words of {@link YearTable}. */
    public List<String> course(String plan) {
        var events = database.sql("""
                        with event as (
                            select plan, at, case action
                                when 'roundOpened' then 'round opens: '
                                when 'consolidationDrafted' then 'round gathered: '
                                when 'reportMissing' then 'round without: '
                                when 'archived' then 'file sealed' end || coalesce(detail, '') as what
                            from plan_event
                            union all
                            select owed.plan, d.asked_at, 'leader decides ' || d.matter || ': ' || owed.unit
                            from deadline_decision d
                            join (select id, plan, unit from report union all select id, plan, unit from assignment) owed on owed.id = d.debt)
                        select to_char(at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM ') || what from event
                        where plan = ? and what is not null order by at""").param(plan).query(String.class).list();
        return Stream.concat(mails().stream(), events.stream()).toList();
    }

    private static String sentAndTo(MimeMessage mail) {
        try {
            return mail.getSentDate().toInstant() + " " + mail.getAllRecipients()[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(MimeMessage mail) {
        try {
            var day = mail.getSentDate().toInstant().atZone(OfficeTime.ZONE);
            return "%td/%<tm %s %s".formatted(day, mail.getAllRecipients()[0], mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Stream<MimeMessage> received() {
        return Arrays.stream(mailServer.getReceivedMessages());
    }

    public JdbcClient database() {
        return database;
    }

    public static LocalDateTime now() {
        return ClockUtil.getCurrentTime().toInstant().atZone(OfficeTime.ZONE).toLocalDateTime();
    }

    public static LocalDate today() {
        return ClockUtil.getCurrentTime().toInstant().atZone(OfficeTime.ZONE).toLocalDate();
    }

    private static Date date(LocalDateTime moment) {
        return Date.from(moment.atZone(OfficeTime.ZONE).toInstant());
    }

    private record Kept(String name, String plan, Date time, List<MimeMessage> mails) {}
}
