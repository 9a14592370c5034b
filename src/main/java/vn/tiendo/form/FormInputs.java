package vn.tiendo.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.engine.Refusal;

/**
 * The content of forms, one per business key, step and author.
 *
 * <p>A browser's variables decide nothing: record steps take what the signed-in person saved here.
 */
@Component
public class FormInputs {

    /** In written JSON: NUL and half a pair of surrogates, which PostgreSQL keeps in no text. */
    private static final Pattern UNSTORABLE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000|[\\x{D800}-\\x{DFFF}]");

    private static final ThreadLocal<@Nullable Held> HELD = new ThreadLocal<>();

    private final JdbcClient database;
    private final ObjectMapper json;
    private final CurrentOfficial current;
    private final Clock clock;

    FormInputs(JdbcClient database, ObjectMapper json, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.json = json;
        this.current = current;
        this.clock = clock;
    }

    /** @throws Refusal if there are letters in it that nothing can keep */
    @Transactional
    public void save(String businessKey, String step, JsonNode content) {
        var text = content.toString();
        if (UNSTORABLE.matcher(text).find()) {
            throw Refusal.because("form.unstorable");
        }
        database.sql("""
                        insert into form_input (business_key, step, author, content, saved_at)
                        values (:key, :step, :author, cast(:content as jsonb), :now)
                        on conflict (business_key, step, author) do update
                        set content = excluded.content, saved_at = excluded.saved_at""")
                .param("key", businessKey)
                .param("step", step)
                .param("author", current.login())
                .param("content", text)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * What {@code work} {@link #hold holds} goes straight to the step that takes it. It is saved, after the work's own
     * transaction, if the work fails or no step takes it.
     */
    public <T> T handIn(Supplier<T> work) {
        var done = false;
        try {
            var answer = work.get();
            done = true;
            return answer;
        } finally {
            var typed = HELD.get();
            HELD.remove();
            if (typed != null && !(done && typed.taken)) {
                save(typed.businessKey, typed.step, typed.content);
            }
        }
    }

    /** What one person typed and did not hand in is another's now, except where the other typed something himself. */
    @Transactional
    public void handOver(String giver, String taker) {
        database.sql("""
                        update form_input i set author = :taker where author = :giver and not exists (
                            select from form_input o where o.business_key = i.business_key and o.step = i.step and o.author = :taker)""").param("giver", giver).param("taker", taker).update();
    }

    public void hold(String businessKey, String step, JsonNode content) {
        HELD.set(new Held(businessKey, step, content));
    }

    public Optional<JsonNode> saved(String businessKey, String step) {
        return database.sql("select content from form_input where business_key = ? and step = ? and author = ?")
                .params(businessKey, step, current.login())
                .query(String.class)
                .optional()
                .map(this::tree);
    }

    /**
     * Takes the content that is being handed in, else the saved one, out for good if the transaction commits.
     *
     * @throws Refusal if this person typed nothing for the step, or something that is no such content
     */
    @Transactional
    public <T> T take(String businessKey, String step, Class<T> type) {
        var saved = database.sql(
                        "delete from form_input where business_key = ? and step = ? and author = ? returning content")
                .params(businessKey, step, current.login())
                .query(String.class)
                .optional();
        var typed = HELD.get();
        var content = typed != null && typed.take(businessKey, step)
                ? typed.content
                : saved.map(this::tree).orElseThrow(() -> Refusal.because("form.nothingSaved"));
        try {
            return json.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            throw Refusal.because("form.unreadable");
        }
    }

    private JsonNode tree(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that is none", e);
        }
    }

    private static final class Held {

        private final String businessKey;
        private final String step;
        private final JsonNode content;
        private boolean taken;

        Held(String businessKey, String step, JsonNode content) {
            this.businessKey = businessKey;
            this.step = step;
            this.content = content;
        }

        boolean take(String key, String by) {
            var fits = businessKey.equals(key) && step.equals(by);
            taken |= fits;
            return fits;
        }
    }
}
