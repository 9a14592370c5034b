package vn.tiendo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tiendo.testing.Application;
import vn.tiendo.testing.FreshData;
import vn.tiendo.testing.Samples;

/** The packaged jar as a newcomer starts it; unpacked, as the image has it, a hurried restart and an office. */
@Tag("slow")
class StartTest {

    private static final String ADMINISTRATOR = "quantri:tien-do-mau";

    private final Path data = FreshData.folder();

    @Test
    void dataAndTheAdministratorsModelOutliveAKillAndAnUpgrade() throws Exception {
        var first = Application.start(Map.of("TIENDO_DATA", data.toString()));
        assertThat(first.output()).contains("http://localhost:", "phochutich1", "tien-do-mau");
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("server_version")).startsWith("17.");

        var second = Application.launchUnpacked(Map.of("TIENDO_DATA", data.toString()));
        assertThat(second.exitCode()).isNotZero();
        assertThat(second.output())
                .contains("Một phiên Tiến Độ khác đang chạy trên thư mục dữ liệu")
                .doesNotContain("\tat ");

        var saved = first.put("cbvhxh:tien-do-mau", "/api/work/start/planLifecycle/input", Samples.proposal());
        assertThat(saved.statusCode()).isEqualTo(204);
        var deployed = first.deploy(
                ADMINISTRATOR,
                Map.of(
                        "plan-distribution.bpmn",
                                Files.readString(Path.of("bpmn", "plan-distribution.bpmn"))
                                        .replace("Chờ gửi lại", "Chờ gửi lại (do quản trị viên sửa)"),
                        "deliver-by-hand.html", Files.readString(Path.of("forms", "deliver-by-hand.html"))));
        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
        var orphan = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .trim());
        first.kill();
        assertThat(ProcessHandle.of(orphan))
                .as("the killed application leaves its server behind")
                .isPresent();

        try (var third = Application.startUnpacked(Map.of(
                "TIENDO_DATA",
                data.toString(),
                "TIEN_DO_MODELS",
                "file:" + changedBundle().toAbsolutePath() + "/"))) {
            assertThat(third.get("cbvhxh:tien-do-mau", "/api/work/start/planLifecycle")
                            .at("/input/proposalNumber")
                            .asText())
                    .isEqualTo("03/TTr-VHXH");
            assertThat(version(third, "planDistribution"))
                    .as("kept as the administrator left it")
                    .isEqualTo(2);
            assertThat(version(third, "periodicReport"))
                    .as("changed in the new release")
                    .isEqualTo(2);
            assertThat(version(third, "reportRound")).as("not changed").isEqualTo(1);
            assertThat(third.output()).contains("Giữ phiên bản do quản trị viên triển khai của planDistribution");
        }
    }

    @Test
    void productionNamesWhatItsEnvironmentLacks() {
        var refused = Application.launchUnpacked(Map.of(
                "SPRING_PROFILES_ACTIVE",
                "production",
                "TIENDO_DB_URL",
                "jdbc:postgresql://localhost:1/none",
                "TIENDO_ADMIN_PASSWORD",
                "bi-mat-cua-quan-tri",
                "TIENDO_LINK_KEY",
                "bi-mat-cua-lien-ket"));

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output())
                .contains(
                        "Chưa thể khởi động: thiếu biến môi trường TIENDO_DB_USER, TIENDO_DB_PASSWORD, TIENDO_SMTP_HOST")
                .doesNotContain("TIENDO_DB_URL", "bi-mat", "\tat ");
    }

    private static int version(Application application, String key) {
        return application
                .get(ADMINISTRATOR, "/engine-rest/process-definition/key/" + key)
                .get("version")
                .asInt();
    }

    /** The same models, each with another comment in it, but report-round as it was. */
    private Path changedBundle() throws IOException {
        var bundle = data.resolve("bundle");
        for (var folder : new String[] {"bpmn", "forms"}) {
            Files.createDirectories(bundle.resolve(folder));
            try (var files = Files.list(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = Files.readString(file);
                    if (folder.equals("bpmn") && !file.endsWith("report-round.bpmn")) {
                        text = text + "<!-- next release -->\n";
                    }
                    Files.writeString(bundle.resolve(folder).resolve(file.getFileName()), text);
                }
            }
        }
        return bundle;
    }

    private String setting(String name) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .trim();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "");
                var statement = connection.createStatement();
                var result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
