package vn.tiendo.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.engine.Refusal;
import vn.tiendo.paper.Paper.Kind;

/** The Word templates: the bundled ones, and those the office put in their place. */
@Component
class WordTemplates {

    private final JdbcClient database;
    private final CurrentOfficial current;
    private final Clock clock;

    WordTemplates(JdbcClient database, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    byte[] inUse(Kind kind) {
        return database.sql("select content from paper_template where kind = ?")
                .param(kind.name())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseGet(() -> bundled(kind));
    }

    static byte[] bundled(Kind kind) {
        try {
            return new ClassPathResource("word/" + kind.name().toLowerCase(Locale.ROOT) + ".docx")
                    .getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those the office made, by kind. */
    Map<Kind, Own> own() {
        return database.sql("""
                        select t.kind, t.name, o.name as put_by, t.put_at from paper_template t join official o on o.login = t.put_by""").query(Own.class).list().stream()
                .collect(Collectors.toMap(Own::kind, Function.identity()));
    }

    Optional<Own> own(Kind kind) {
        return Optional.ofNullable(own().get(kind));
    }

    /** @throws Refusal with the line that is wrong; then the template in use stays */
    @Transactional
    void replace(Kind kind, String name, byte[] content) {
        TemplateCheck.check(content, bundled(kind));
        database.sql("""
                        insert into paper_template (kind, name, content, put_by, put_at) values (:kind, :name, :content, :by, :at)
                        on conflict (kind) do update
                        set name = excluded.name, content = excluded.content, put_by = excluded.put_by, put_at = excluded.put_at""")
                .param("kind", kind.name())
                .param("name", name)
                .param("content", content)
                .param("by", current.login())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional
    void backToBundled(Kind kind) {
        database.sql("delete from paper_template where kind = ?")
                .param(kind.name())
                .update();
    }

    record Own(Kind kind, String name, String putBy, OffsetDateTime putAt) {}
}
