package vn.tiendo.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiendo.directory.CurrentOfficial;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Official;
import vn.tiendo.document.StoredFiles;

/** The secret word in the address of a person's calendar; who knows the database does not know it. */
@Component
class FeedAddresses {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Directory directory;
    private final CurrentOfficial current;
    private final Clock clock;

    FeedAddresses(JdbcClient database, Directory directory, CurrentOfficial current, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** A new one for the person who is signed in; the one before opens nothing any more. */
    String renew() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                        insert into feed_address (official, token_hash, made_at) values (?, ?, ?)
                        on conflict (official) do update set token_hash = excluded.token_hash, made_at = excluded.made_at""")
                .params(current.login(), hash(token), OffsetDateTime.now(clock))
                .update();
        return token;
    }

    Optional<OffsetDateTime> madeAt() {
        return database.sql("select made_at from feed_address where official = ?")
                .param(current.login())
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Whose it is; nobody's if it was renewed or the person left. */
    Optional<Official> owner(String token) {
        return database.sql("select official from feed_address where token_hash = ?")
                .param(hash(token))
                .query(String.class)
                .optional()
                .flatMap(directory::find);
    }

    private static String hash(String token) {
        return StoredFiles.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
