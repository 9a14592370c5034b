package vn.tiendo.testing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** The tests run in two Java machines with a database each; what each of them passed is written down when it ends. */
public class PassedFlowNodes {

    private static final Path FOLDER = Path.of("target", "passed-flow-nodes");

    private final RepositoryService models;
    private final HistoryService history;

    PassedFlowNodes(RepositoryService models, HistoryService history) {
        this.models = models;
        this.history = history;
    }

    @PreDestroy
    void write() throws IOException {
        var passed = models.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(model -> passed(model).map(node -> model.getKey() + "/" + node))
                .sorted()
                .toList();
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(run() + "-" + ProcessHandle.current().pid() + ".txt"), passed);
    }

    private Stream<String> passed(ProcessDefinition model) {
        return history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(model.getId())
                .finished()
                .list()
                .stream()
                .map(it -> it.getActivityId())
                .distinct();
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
