package vn.tiendo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** The packages keep their directions, the engine stays behind its doors and time comes from the one clock. */
class ArchitectureTest {

    private static final JavaClasses OFFICE = read(() -> new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.tiendo"));

    private static final Set<String> KNOW_THE_ENGINE = Set.of(
            "vn.tiendo.plan.PlanLifecycle",
            "vn.tiendo.distribution.PlanDistribution",
            "vn.tiendo.reporting.ReportRound",
            "vn.tiendo.reporting.PeriodicReport",
            "vn.tiendo.amendment.DeadlineDecision",
            "vn.tiendo.adhoc.AdHocReport",
            "vn.tiendo.deadline.Ladder",
            "vn.tiendo.assignment.UnitAssignment",
            "vn.tiendo.sharing.WorkShare",
            "vn.tiendo.scoring.SelfAssessment",
            "vn.tiendo.scoring.AssessmentOpening",
            "vn.tiendo.deadline.OverdueWork",
            "vn.tiendo.form.WorkController",
            "vn.tiendo.form.Refusals",
            "vn.tiendo.plan.TaskTitles");

    private static final ArchRule ENGINE_BEHIND_ITS_DOORS = noClasses()
            .that(describe(
                    "are no delegate, model class or place that works on the engine",
                    type -> !type.isAssignableTo(JavaDelegate.class)
                            && !KNOW_THE_ENGINE.contains(outermost(type).getFullName())))
            .and()
            .resideOutsideOfPackages(
                    "vn.tiendo.engine..", "vn.tiendo.modeling..", "vn.tiendo.security..", "vn.tiendo.start..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.."));

    private static final ArchRule INSIDE_OF_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("vn.tiendo.engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.impl.."));

    private static final ArchRule TIME_FROM_THE_CLOCK = noClasses()
            .should()
            .accessTargetWhere(describe("reads the machine's time", ArchitectureTest::readsTheTime));

    /** It holds its connection until somebody closes it. */
    private static final ArchRule NO_OPEN_RESULTS =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    private static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    private static final ArchRule NAMES_SAY_WHAT_IT_IS =
            noClasses().should().haveNameMatching(".*(Impl|Service|Delegate|Utils?|Helper|Manager)");

    private static final ArchRule DELEGATES_ARE_DOORS = classes()
            .that(assignableTo(JavaDelegate.class))
            .should()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(Component.class)
            .andShould(haveNothingPublicBut("execute"))
            .andShould(holdOneField());

    @Test
    void modulesUseOnlyWhatTheyMay() {
        read(() -> ApplicationModules.of(TienDo.class)).verify();
    }

    @Test
    void theEngineIsKnownOnlyWhereStepsAndModelsMeetIt() {
        ENGINE_BEHIND_ITS_DOORS.check(OFFICE);
    }

    @Test
    void theInsideOfTheEngineIsTouchedInOnePackage() {
        INSIDE_OF_THE_ENGINE.check(OFFICE);
    }

    @Test
    void timeComesFromTheClock() {
        TIME_FROM_THE_CLOCK.check(OFFICE);
    }

    @Test
    void noResultKeepsItsConnection() {
        NO_OPEN_RESULTS.check(OFFICE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_FIELD_INJECTION.check(OFFICE);
    }

    @Test
    void noClassIsNamedAfterItsPattern() {
        NAMES_SAY_WHAT_IT_IS.check(OFFICE);
    }

    @Test
    void delegatesAreDoorsNotRooms() {
        DELEGATES_ARE_DOORS.check(OFFICE);
    }

    @Test
    void theClassesNamedHereExist() {
        assertThat(KNOW_THE_ENGINE).allMatch(OFFICE::contain);
    }

    @Test
    void everyPackageIsNullMarkedAndEveryModuleSaysWhatItMayUse() {
        var root = OFFICE.getPackage("vn.tiendo");
        assertThat(withClasses(root)).hasSizeGreaterThan(10).allMatch(it -> it.isAnnotatedWith(NullMarked.class));
        assertThat(root.getSubpackages()).allMatch(it -> it.isAnnotatedWith(ApplicationModule.class));
    }

    /** The rules ask other people's classes for their names only, so those need not be read. */
    private static <T> T read(Supplier<T> reader) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return reader.get();
        });
    }

    private static List<JavaPackage> withClasses(JavaPackage root) {
        return root.getSubpackagesInTree().stream()
                .filter(it -> !it.getClasses().isEmpty())
                .toList();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        var owner = target.getOwner().getFullName();
        var name = target.getName();
        var parameters = target.getRawParameterTypes();
        return (owner.startsWith("java.time.")
                        && name.equals("now")
                        && !(parameters.size() == 1 && parameters.get(0).isEquivalentTo(Clock.class)))
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.util.Date") && name.equals("<init>") && parameters.isEmpty())
                || (owner.equals("java.util.Calendar") && name.equals("getInstance"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> haveNothingPublicBut(String method) {
        return new ArchCondition<>("have no public method but " + method) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(it -> !it.getName().equals(method))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(it, it.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> holdOneField() {
        return new ArchCondition<>("hold exactly one field") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getFields().size() != 1) {
                    events.add(SimpleConditionEvent.violated(type, type + " holds " + type.getFields()));
                }
            }
        };
    }

    /** A rule nobody has seen fail is decoration. */
    @Nested
    class TheRulesCanFail {

        @Test
        void onAStrangerWhoUsesTheEngine() {
            assertThat(refused(ENGINE_BEHIND_ITS_DOORS, UsesTheEngine.class)).isTrue();
        }

        @Test
        void onAStrangerInsideTheEngine() {
            assertThat(refused(INSIDE_OF_THE_ENGINE, MovesTheClock.class)).isTrue();
        }

        @Test
        void onEveryWayToAskTheMachineForTheTime() {
            assertThat(refused(TIME_FROM_THE_CLOCK, Today.class)).isTrue();
            assertThat(refused(TIME_FROM_THE_CLOCK, TodayThere.class)).isTrue();
            assertThat(refused(TIME_FROM_THE_CLOCK, Now.class)).isTrue();
            assertThat(refused(TIME_FROM_THE_CLOCK, NowOfOld.class)).isTrue();
            assertThat(refused(TIME_FROM_THE_CLOCK, Millis.class)).isTrue();
            assertThat(refused(TIME_FROM_THE_CLOCK, Nanos.class)).isFalse();
        }

        @Test
        void onAnInjectedField() {
            assertThat(refused(NO_FIELD_INJECTION, Injected.class)).isTrue();
        }

        @Test
        void onAResultThatIsNotClosed() {
            assertThat(refused(NO_OPEN_RESULTS, ReadsOn.class)).isTrue();
        }

        @Test
        void onAPatternName() {
            assertThat(refused(NAMES_SAY_WHAT_IT_IS, PlanService.class)).isTrue();
        }

        @Test
        void onARoomBehindTheDoor() {
            assertThat(refused(DELEGATES_ARE_DOORS, PublicDoor.class)).isTrue();
            assertThat(refused(DELEGATES_ARE_DOORS, UnknownDoor.class)).isTrue();
            assertThat(refused(DELEGATES_ARE_DOORS, SecondDoor.class)).isTrue();
            assertThat(refused(DELEGATES_ARE_DOORS, WideRoom.class)).isTrue();
            assertThat(refused(DELEGATES_ARE_DOORS, Door.class)).isFalse();
        }

        private boolean refused(ArchRule rule, Class<?> example) {
            return rule.allowEmptyShould(true)
                    .evaluate(read(() -> new ClassFileImporter().importClasses(example)))
                    .hasViolation();
        }
    }

    record UsesTheEngine(RuntimeService instances) {}

    static class MovesTheClock {
        void move() {
            ClockUtil.reset();
        }
    }

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    static class Today {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    static class TodayThere {
        LocalDate today() {
            return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        }
    }

    static class Now {
        final Supplier<Instant> now = Instant::now;
    }

    @SuppressWarnings("JavaUtilDate")
    static class NowOfOld {
        Date now() {
            return new Date();
        }
    }

    static class Millis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class Nanos {
        long start() {
            return System.nanoTime();
        }
    }

    static class Injected {
        @Autowired
        Clock clock;
    }

    static class ReadsOn {
        long names(JdbcClient database) {
            return database.sql("select name from unit").query(String.class).stream()
                    .count();
        }
    }

    static class PlanService {}

    @Component
    static class Door implements JavaDelegate {
        final int only = 1;

        @Override
        public void execute(DelegateExecution execution) {}
    }

    @Component
    public static class PublicDoor implements JavaDelegate {
        final int only = 1;

        @Override
        public void execute(DelegateExecution execution) {}
    }

    static class UnknownDoor implements JavaDelegate {
        final int only = 1;

        @Override
        public void execute(DelegateExecution execution) {}
    }

    @Component
    static class SecondDoor implements JavaDelegate {
        final int only = 1;

        @Override
        public void execute(DelegateExecution execution) {}

        public void enter() {}
    }

    @Component
    static class WideRoom implements JavaDelegate {
        final int first = 1;
        final int second = 2;

        @Override
        public void execute(DelegateExecution execution) {}
    }
}
