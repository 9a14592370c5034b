package vn.tiendo.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.calendar.WorkingCalendar;
import vn.tiendo.engine.Sentences;

/** Who has many things to be told gets one letter a working day; what is urgent goes at once. */
@Component
public class Notices {

    /** Reminders are written at 8:00; by now those of the day are together. */
    private static final LocalTime LETTER_OF_THE_DAY = LocalTime.of(8, 15);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Mails mails;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Notices(JdbcClient database, JdbcTemplate batches, Mails mails, WorkingCalendar calendar, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.mails = mails;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** In the caller's transaction; a letter with a key that still waits is not written twice. */
    @Transactional
    public void post(Collection<Notice> notices) {
        var letterOfTheDay = nextLetterOfTheDay();
        batches.batchUpdate("""
                insert into notice (key, plan, reader, recipient_name, address, subject, body, path, why, ready_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", notices, 500, (s, notice) -> {
            var letter = notice.letter();
            s.setString(1, letter.key());
            s.setString(2, letter.plan());
            s.setString(3, notice.reader());
            s.setString(4, letter.recipientName());
            s.setString(5, letter.address());
            s.setString(6, letter.subject());
            s.setArray(
                    7,
                    s.getConnection().createArrayOf("text", letter.paragraphs().toArray()));
            s.setString(8, letter.path());
            s.setString(9, letter.why());
            s.setTimestamp(10, Timestamp.from(notice.urgent() ? clock.instant() : letterOfTheDay));
        });
    }

    private Instant nextLetterOfTheDay() {
        var now = clock.instant().atZone(clock.getZone());
        var today = now.toLocalDate();
        var missed = now.toLocalTime().isAfter(LETTER_OF_THE_DAY);
        var day = calendar.days().onOrAfter(missed ? today.plusDays(1) : today);
        return day.atTime(LETTER_OF_THE_DAY).atZone(now.getZone()).toInstant();
    }

    /** Turns what is due now into mails for the outbox; two nodes share the rows, none is turned twice. */
    @Transactional
    void flush() {
        Map<String, List<Letter>> byReader = new LinkedHashMap<>();
        database.sql("delete from notice where ready_at <= ? returning *")
                .param(OffsetDateTime.now(clock))
                .query((row, number) -> byReader.computeIfAbsent(row.getString("reader"), reader -> new ArrayList<>())
                        .add(new Letter(
                                row.getString("key"),
                                row.getString("plan"),
                                row.getString("recipient_name"),
                                row.getString("address"),
                                row.getString("subject"),
                                List.of((String[]) row.getArray("body").getArray()),
                                row.getString("path"),
                                row.getString("why"),
                                null)))
                .list();
        mails.post(byReader.values().stream()
                .map(letters -> letters.size() == 1 ? letters.get(0) : together(letters))
                .toList());
    }

    private static Letter together(List<Letter> letters) {
        var first = letters.get(0);
        var paragraphs = new ArrayList<String>();
        for (var letter : letters) {
            paragraphs.add(Sentences.of("digest.item", letter.subject(), String.join(" ", letter.paragraphs())));
        }
        return new Letter(
                "digest/" + first.key(),
                null,
                first.recipientName(),
                first.address(),
                Sentences.of("digest.subject", letters.size()),
                paragraphs,
                first.path(),
                Sentences.of("digest.why"),
                null);
    }

    /**
     * One thing to tell one person.
     *
     * @param reader login or unit code; what the same reader is told on a day goes together
     * @param urgent at once, also on a day off, instead of with the letter of the working day
     */
    public record Notice(String reader, Letter letter, boolean urgent) {}
}
