package vn.tiendo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import vn.tiendo.modeling.rules.DecisionRules;
import vn.tiendo.modeling.rules.ModelRules;
import vn.tiendo.modeling.rules.Surroundings;
import vn.tiendo.modeling.rules.Vocabulary;

/** Every model, decision table and form keeps the house rules. */
class ModelTest {

    static final Path MODELS = Path.of("bpmn");
    static final Path FORMS = Path.of("forms");
    static final Vocabulary VOCABULARY = new Vocabulary(beans());
    static final Surroundings RELEASE = release();

    @ParameterizedTest
    @MethodSource("processes")
    void everyProcessKeepsTheRules(Path file) {
        assertThat(ModelRules.findings(bpmn(file), VOCABULARY, RELEASE)).isEmpty();
        assertThat(HouseRules.findings(bpmn(file), VOCABULARY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aFileIsNamedAfterItsProcess(Path file) {
        var processes = bpmn(file).getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class);

        assertThat(processes)
                .extracting(it -> HouseRules.kebab(it.getId()) + ".bpmn")
                .containsExactly(file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionKeepsTheRules(Path file) {
        assertThat(DecisionRules.findings(Dmn.readModelFromFile(file.toFile()), List.of()))
                .isEmpty();
    }

    @Test
    void everyDelegateIsAStepOfSomeModel() {
        var steps = processes()
                .flatMap(it -> bpmn(it).getModelElementsByType(ServiceTask.class).stream())
                .map(ServiceTask::getId)
                .collect(toSet());

        assertThat(VOCABULARY.steps()).hasSizeGreaterThan(20).isSubsetOf(steps);
    }

    @Test
    void everyDecisionIsAskedForAndExists() {
        var asked = processes()
                .flatMap(it -> bpmn(it).getModelElementsByType(BusinessRuleTask.class).stream())
                .map(BusinessRuleTask::getCamundaDecisionRef);
        // the bean ${ladder} asks this one
        asked = Stream.concat(asked, Stream.of("reminderLadder"));
        var written = decisions()
                .flatMap(it -> Dmn.readModelFromFile(it.toFile()).getModelElementsByType(Decision.class).stream())
                .map(Decision::getId);

        assertThat(asked.collect(toSet())).isNotEmpty().isEqualTo(written.collect(toSet()));
    }

    @Test
    void everyFormIsOpenedByItsStep() {
        var opened = processes()
                .map(ModelTest::bpmn)
                .flatMap(model -> Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormKey),
                        model.getModelElementsByType(StartEvent.class).stream()
                                .map(StartEvent::getCamundaFormKey)
                                .filter(it -> it != null)))
                .collect(toSet());

        assertThat(pages())
                .isNotEmpty()
                .extracting(it -> HouseRules.FORM_KEY + it.getFileName())
                .isSubsetOf(opened);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFormKeepsTheRules(Path file) {
        assertThat(FormRules.ofPage(file.getFileName().toString(), read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptOfTheFormsKeepsTheRules(Path file) {
        assertThat(FormRules.ofScript(file.getFileName().toString(), read(file)))
                .isEmpty();
    }

    static Stream<Path> processes() {
        return files(MODELS, ".bpmn");
    }

    static Stream<Path> decisions() {
        return files(MODELS, ".dmn");
    }

    static Stream<Path> pages() {
        return files(FORMS, ".html");
    }

    static Stream<Path> scripts() {
        return files(FORMS, ".js");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModelInstance bpmn(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    /** All files of the release, as if they were deployed. */
    private static Surroundings release() {
        var models = processes().map(ModelTest::bpmn).toList();
        var tables = decisions()
                .flatMap(it -> Dmn.readModelFromFile(it.toFile()).getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .toList();
        return new Surroundings() {
            @Override
            public boolean hasForm(String file) {
                return Files.exists(FORMS.resolve(file));
            }

            @Override
            public boolean hasDecision(String key) {
                return tables.contains(key);
            }

            @Override
            public boolean isTogether(String key) {
                return tables.contains(key)
                        || models.stream()
                                .anyMatch(it -> it.getModelElementById(key)
                                        instanceof org.camunda.bpm.model.bpmn.instance.Process);
            }

            @Override
            public boolean hasVersion(String key, boolean isTag, String version) {
                return false;
            }

            @Override
            public List<BpmnModelInstance> models() {
                return models;
            }
        };
    }

    /** The application's classes as it would find them, none of them made. */
    private static ListableBeanFactory beans() {
        var beans = new DefaultListableBeanFactory();
        new ClassPathBeanDefinitionScanner(beans).scan("vn.tiendo");
        return beans;
    }
}
