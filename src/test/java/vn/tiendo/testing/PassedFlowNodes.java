package vn.tiendo.testing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tests run in two Java machines with a database each; what each of them passed is written down when it ends. */
public class PassedFlowNodes {

    private static final Path FOLDER = Path.of("target", "passed-flow-nodes");

    private final JdbcClient database;
    private final Set<String> passed = new TreeSet<>();

    PassedFlowNodes(JdbcClient database) {
        this.database = database;
    }

    /** Before the history of a test is emptied. Only the bundled models count, which are the first ones in a new database. */
    void note() {
        passed.addAll(database.sql("""
                        select distinct model.key_ || '/' || node.act_id_ from act_hi_actinst node
                        join act_re_procdef model on model.id_ = node.proc_def_id_
                        where node.end_time_ is not null and model.version_ = 1""").query(String.class).list());
    }

    @PreDestroy
    void write() throws IOException {
        note();
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(run() + "-" + ProcessHandle.current().pid() + ".txt"), passed);
    }

    /** {@code processKey/flowNode} of everything the tests of this build passed. */
    public static Set<String> ofThisRun() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Set.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith(run() + "-"))
                    .flatMap(PassedFlowNodes::lines)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What an earlier build left in the folder does not count. */
    private static String run() {
        return System.getProperty("test.run", "single");
    }
}
