package vn.tiendo.start;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiendo.directory.Directory;
import vn.tiendo.directory.Position;
import vn.tiendo.engine.Sentences;
import vn.tiendo.engine.StartRefused;

/** An office begins with a committee that has no name yet and somebody who can give it one on the page Tổ chức. */
@Component
class FirstAdministrator {

    private final JdbcClient database;
    private final Directory directory;

    FirstAdministrator(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /**
     * Makes the account an official, unless there is an administrator among the officials.
     *
     * @throws StartRefused if the account is somebody's who has another post
     */
    @Transactional
    public void ensure(String login, String address) {
        if (!directory.in(Position.ADMINISTRATOR).isEmpty()) {
            return;
        }
        directory.find(login).ifPresent(other -> {
            throw new StartRefused(Sentences.of("start.adminLoginTaken", login, other.name()));
        });
        if (directory.findCommittee().isEmpty()) {
            database.sql("insert into unit (code, name, kind) values ('ubnd', ?, 'COMMITTEE')")
                    .param(Sentences.of("organisation.unnamed"))
                    .update();
            directory.forget();
        }
        database.sql("""
                        insert into official (login, name, unit, position, title, email)
                        values (?, ?, ?, 'ADMINISTRATOR', ?, ?)""")
                .params(login, login, directory.committee().code(), Sentences.of("position.ADMINISTRATOR"), address)
                .update();
        directory.forget();
    }
}
