package vn.tiendo;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiendo.directory.Official;
import vn.tiendo.directory.Position;

/** Every sentence the code asks for is written, and none is written for nobody. */
class MessagesTest {

    private static final Path FILE = Path.of("src/main/resources/messages_vi.properties");
    private static final Set<String> SENTENCES = keys();
    private static final String CODE = everything("src/main/java", ".java");
    private static final String PAGES = everything("src/main/resources/templates", ".html");

    /** Asked for as {@code kind + ".subject"} and so on, by the mails about what is late. */
    private static final List<String> LETTERS = List.of("overdue.reminder", "overdue.escalation");

    /** Asked for as {@code family + "." + value}; each has a test of its own. */
    private static final Set<String> FAMILIES = Set.of(
            "status",
            "mailState",
            "deliveryState",
            "exchangeState",
            "roundState",
            "reportState",
            "assessmentState",
            "assignmentState",
            "shareState",
            "taskKind",
            "obligation",
            "rating",
            "dayKind",
            "action",
            "group",
            "paperKind",
            "signatureState",
            "series",
            "dutyPeriod",
            "dutyOperator",
            "tone",
            "told",
            "answered",
            "auditAction",
            "owed",
            "answer",
            "unitKind",
            "position",
            "extent",
            "beforeReading",
            "unitColumn",
            "personColumn");

    /** The actor of a step that nobody signed in for; asked for by the page of a plan. */
    private static final String NOBODY = "system";

    @Test
    void noSentenceIsWrittenTwice() throws IOException {
        try (var lines = Files.lines(FILE)) {
            assertThat(lines.filter(it -> it.contains("=")).map(it -> it.split("=", 2)[0]))
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(SENTENCES);
        }
    }

    /** In a message a single quote swallows what follows, and a brace must hold a number. */
    @Test
    void everySentenceCanBeFilled() {
        assertThat(sentences()).allSatisfy((key, sentence) -> {
            assertThat((String) sentence).as("%s", key).isNotBlank().doesNotContain("'");
            assertThat(MessageFormat.format((String) sentence, "a", "b", "c", "d", "e"))
                    .as("%s", key)
                    .doesNotContain("{", "}");
        });
    }

    @Test
    void everySentenceTheCodeAsksForIsWritten() {
        var asked = matches(CODE, "(?:Sentences\\.of|Refusal\\.because)\\(\\s*\"([^\"]+)\"\\s*[,)]");
        asked.addAll(matches(CODE, "Refusal\\.of\\(\\s*[^;]*?,\\s*\"([a-z]+(?:\\.\\w+)+)\""));
        asked.addAll(matches(CODE, "\"(field\\.\\w+)\""));
        asked.addAll(matches(PAGES, "#\\{([\\w.]+)[}(]"));

        assertThat(asked).hasSizeGreaterThan(100).isSubsetOf(SENTENCES);
    }

    @Test
    void everyLetterHasSubjectBodyAndReason() {
        assertThat(LETTERS)
                .allSatisfy(letter -> assertThat(family(letter)).containsExactlyInAnyOrder("subject", "body", "why"));
        assertThat(matches(CODE, "\"(overdue\\.\\w+)\"")).isSubsetOf(LETTERS);
    }

    @ParameterizedTest
    @CsvSource({
        "status, vn.tiendo.plan.PlanStatus",
        "mailState, vn.tiendo.mail.OutgoingMail$State",
        "deliveryState, vn.tiendo.distribution.Delivery$State",
        "exchangeState, vn.tiendo.exchange.Answer$State",
        "roundState, vn.tiendo.reporting.Round$State",
        "reportState, vn.tiendo.reporting.Report$State",
        "series, vn.tiendo.document.Series",
        "paperKind, vn.tiendo.paper.Paper$Kind",
        "signatureState, vn.tiendo.signing.Finding$State",
        "dutyPeriod, vn.tiendo.plan.ReportingDuty$Period",
        "dutyOperator, vn.tiendo.plan.ReportingDuty$Operator",
        "tone, vn.tiendo.deadline.Rung$Tone",
        "told, vn.tiendo.deadline.Rung$Audience",
        "owed, vn.tiendo.deadline.Debt$Kind",
        "dayKind, vn.tiendo.calendar.CalendarDay$Kind",
        "assignmentState, vn.tiendo.assignment.Assignment$State",
        "shareState, vn.tiendo.sharing.Share$State",
        "obligation, vn.tiendo.dashboard.Obligation$Kind",
        "taskKind, vn.tiendo.plan.Draft$Assignment$Kind",
        "assessmentState, vn.tiendo.scoring.Assessment$State",
        "rating, vn.tiendo.scoring.Assessment$Rating",
        "unitKind, vn.tiendo.directory.Unit$Kind",
        "position, vn.tiendo.directory.Position",
        "extent, vn.tiendo.authority.Extent",
        "beforeReading, vn.tiendo.calendar.BeforeReading",
        "unitColumn, vn.tiendo.organisation.UnitEntry$Column",
        "personColumn, vn.tiendo.organisation.PersonEntry$Column"
    })
    void everyStateHasItsWordAndEveryWordItsState(String family, Class<? extends Enum<?>> states) {
        assertThat(family(family))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(states.getEnumConstants()).map(Enum::name).toList());
        assertReadBySomebody(family);
    }

    @Test
    void everyActionOfTheHistoryHasItsWordsAndNoOther() {
        var actions = matches(CODE, "\\.note\\(\\s*[\\w.()]+,\\s*\"(\\w+)\"\\s*,");
        assertThat(actions).hasSizeGreaterThan(10);
        judgements().forEach(actions::add);
        actions.add(NOBODY);

        assertThat(family("action")).containsExactlyInAnyOrderElementsOf(actions);
        assertReadBySomebody("action");
    }

    @Test
    void everyKindOfChangeHasItsWord() {
        assertThat(family("auditAction")).containsExactlyInAnyOrder("INSERT", "UPDATE", "DELETE");
        assertReadBySomebody("auditAction");
    }

    /** Groups that are no unit's; the heads of a unit get their name from the unit's. */
    @Test
    void everyGroupHasItsName() {
        var groups = Arrays.stream(Position.values())
                .map(position -> new Official("login", "Tên", "unit", position, "", "", null, null))
                .flatMap(official -> official.groups().stream())
                .filter(group -> !group.startsWith("unit"));

        assertThat(family("group"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(groups, Stream.of("head")).collect(toSet()));
    }

    @Test
    void noSentenceIsWrittenForNobody() {
        var unused = SENTENCES.stream()
                .filter(key -> !FAMILIES.contains(key.substring(0, key.indexOf('.'))))
                .filter(key -> !LETTERS.contains(key.substring(0, key.lastIndexOf('.'))))
                .filter(key -> !CODE.contains('"' + key + '"'))
                .filter(key -> !Pattern.compile("#\\{" + Pattern.quote(key) + "[}(]")
                        .matcher(PAGES)
                        .find());

        assertThat(unused).isEmpty();
    }

    private static void assertReadBySomebody(String family) {
        var read = Pattern.compile("[\"'|{]" + family + "\\.[\"'_$]");
        assertThat(read.matcher(CODE + PAGES).find())
                .as("somebody reads %s.…", family)
                .isTrue();
    }

    /** Steps whose verdict is noted as {@code step.VERDICT}: one for each button of the step's form. */
    private static Stream<String> judgements() {
        var decisions = Stream.of("decideExtension", "decideOverdue")
                .flatMap(step ->
                        matches(read(Path.of("forms", HouseRules.kebab(step) + ".html")), "\"answer\":\"(\\w+)\"")
                                .stream())
                .map(answer -> "deadlineDecision." + answer);
        return Stream.concat(
                decisions,
                Stream.of(
                                "reviewDraft",
                                "checkForm",
                                "approvePlan",
                                "decideByChair",
                                "acceptReport",
                                "approveConsolidation",
                                "answerAssignment",
                                "decideObjection",
                                "verifyResult",
                                "verifyScore",
                                "confirmRating")
                        .flatMap(step ->
                                matches(
                                                read(Path.of("forms", HouseRules.kebab(step) + ".html")),
                                                "data-verdict=\"(\\w+)\"")
                                        .stream()
                                        .map(verdict -> step + "." + verdict)));
    }

    private static Set<String> family(String name) {
        return SENTENCES.stream()
                .filter(key -> key.startsWith(name + "."))
                .map(key -> key.substring(name.length() + 1))
                .collect(toSet());
    }

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(toCollection(HashSet::new));
    }

    private static Set<String> keys() {
        return sentences().stringPropertyNames();
    }

    private static Properties sentences() {
        var sentences = new Properties();
        try (var reader = Files.newBufferedReader(FILE)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    private static String everything(String folder, String ending) {
        try (var files = Files.walk(Path.of(folder))) {
            return String.join(
                    "\n",
                    files.filter(it -> it.toString().endsWith(ending))
                            .map(MessagesTest::read)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
